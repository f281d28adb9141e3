/** 构建环境: style sheets as imports, import.meta.env. */
/// <reference types="vite/client" />
