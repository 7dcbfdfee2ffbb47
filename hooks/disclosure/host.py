"""The commands' way to MkDocs: read its configuration, let it build, let it serve."""

from __future__ import annotations

import errno
import logging
import socket
import socketserver
import threading
import wsgiref.simple_server
from pathlib import Path

from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from disclosure.publish.swap import new_site
from disclosure.settings import settings_of, today_of

log = logging.getLogger("mkdocs.plugins.disclosure")


class HostError(Exception):
    """MkDocs could not do what was asked; the message has been made for people, or was logged already (then empty)."""


def configuration(config_file: Path) -> MkDocsConfig:
    """The configuration in ``config_file``, our settings included, or :class:`HostError`."""
    if not config_file.is_file():
        raise HostError(f"找不到配置文件 {config_file}；请在专栏的文件夹里运行，或者用 --config 指明 mkdocs.yml")
    try:
        config = load_config(str(config_file))
        today_of(settings_of(config))
    except (Abort, MkDocsException, ValueError) as error:
        raise HostError(f"配置文件 {config_file} 有误：{error}") from error
    return config


def build_site(config_file: Path) -> Path:
    """Build the whole site beside the old one and put it in its place; returns where it is."""
    config = configuration(config_file)
    site = Path(config.site_dir)
    with new_site(site) as fresh:
        config.site_dir = str(fresh)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build.build(config)
        except (Abort, MkDocsException) as error:
            raise HostError("") from error
        finally:
            config.plugins.on_shutdown()
    return site


def serve_site(config_file: Path, address: str | None) -> None:
    """Serve a preview until interrupted."""
    configuration(config_file)
    try:
        if address:
            serve.serve(str(config_file), dev_addr=address)
        else:
            serve.serve(str(config_file))
    except (Abort, MkDocsException) as error:
        raise HostError("") from error
    except OSError as error:
        taken = (
            "；可能已经有一个预览在运行，请关掉它，或者用 --address 换一个端口"
            if error.errno == errno.EADDRINUSE
            else ""
        )
        raise HostError(f"预览打不开：{error}{taken}") from error


def listen_on_both(server: LiveReloadServer) -> None:
    """Let a preview on 127.0.0.1 answer on [::1] as well, if this machine has IPv6."""
    host, port = server.server_address[:2]
    if host != "127.0.0.1":
        return
    try:
        twin = _Twin(("::1", int(port)), _QuietHandler)
    except OSError:
        return
    twin.set_app(server.serve_request)
    threading.Thread(target=twin.serve_forever, daemon=True).start()
    log.info("Serving on %s as well", server.url.replace("127.0.0.1", "[::1]"))


class _QuietHandler(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Twin(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    address_family = socket.AF_INET6
    daemon_threads = True
