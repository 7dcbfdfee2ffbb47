"""基层政务公开标准目录: what each row asks for, what fulfils it, the pages and the data sets."""
