"""The typed view of ``extra.disclosure`` in mkdocs.yml, and what else we need to know from there."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs import contrib
from mkdocs.config import Config
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from disclosure.publish import Target

CHINA = dt.timezone(dt.timedelta(hours=8))


class Settings(Config):  # type: ignore[no-untyped-call]
    """Settings of the column.  Whose column it is stands in catalogue/column.yml, not here."""

    cache = options.Type(str, default=".cache/disclosure")
    """Folder of rendered pages and of what was read in attachments, from the folder of mkdocs.yml.  It may be deleted at any time."""

    today = options.Optional(options.Type((str, dt.date)))
    """The day of the build, for trials; otherwise SOURCE_DATE_EPOCH, otherwise the day in China."""


def settings_of(config: MkDocsConfig) -> Settings:
    """The settings, or ConfigurationError with all that is wrong with them."""
    settings = Settings()
    settings.load_dict(config.extra.get("disclosure") or {})
    errors, warnings = settings.validate()
    faults = [f"{key}: {message}" for key, message in [*errors, *warnings]]
    if not faults and not settings.cache.startswith("."):
        faults.append(f"cache: 写的是“{settings.cache}”，要是一个以点开头的文件夹，如 .cache/disclosure")
    if faults:
        found = "；".join(faults)
        raise ConfigurationError(f"mkdocs.yml 的 extra.disclosure 有误：{found}")
    return settings


def root_of(config: MkDocsConfig) -> Path:
    """The root of the column: the folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def cache_of(config: MkDocsConfig) -> Path:
    """The folder of what need not be made again."""
    return root_of(config) / settings_of(config).cache


def today_of(settings: Settings) -> dt.date:
    """The day on which the column is judged."""
    try:
        if settings.today:
            return dt.date.fromisoformat(str(settings.today))
        if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
            return dt.datetime.fromtimestamp(int(epoch), CHINA).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(f"today 或者 SOURCE_DATE_EPOCH 不是有效的日期：{error}") from error
    return dt.datetime.now(CHINA).date()


def target_of(config: MkDocsConfig) -> Target:
    """Where the site is made and where it will stand."""
    root = root_of(config)
    site_url = config.site_url or ""
    return Target(
        source=root,
        template_dirs=tuple(config.theme.dirs),
        cache=cache_of(config),
        lunr=Path(contrib.__path__[0]) / "search/templates/search/lunr.js",
        root=urlsplit(site_url).path or "/",
        site_url=site_url,
    )
