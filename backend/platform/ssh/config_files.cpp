// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/config_files.h"

#include <QFile>

#include <glob.h>
#include <sys/stat.h>

#include <cerrno>

namespace snowmelt {

namespace {

constexpr qint64 largestConfig = 4 * 1024 * 1024;

/// A pipe or a device would never end.
SshFileRead readRegular(const QString& path)
{
    struct stat about = {};
    if (::stat(QFile::encodeName(path).constData(), &about) != 0)
        return {errno == ENOENT || errno == ENOTDIR ? SshFileRead::State::Missing : SshFileRead::State::Unreadable, {}};
    QFile file(path);
    if (!S_ISREG(about.st_mode) || about.st_size > largestConfig || !file.open(QIODevice::ReadOnly))
        return {SshFileRead::State::Unreadable, {}};
    return {SshFileRead::State::Read, file.read(largestConfig)};
}

QStringList matches(const QString& pattern)
{
    glob_t found = {};
    QStringList paths;
    if (::glob(QFile::encodeName(pattern).constData(), 0, nullptr, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; ++i)
            paths.append(QFile::decodeName(found.gl_pathv[i]));
    }
    ::globfree(&found);
    return paths;
}

} // namespace

bool ConfigFiles::changed()
{
    bool other = false;
    for (auto file = m_files.cbegin(); file != m_files.cend() && !other; ++file)
        other = stampOf(file.key()) != file->stamp;
    for (auto pattern = m_patterns.cbegin(); pattern != m_patterns.cend() && !other; ++pattern)
        other = matches(pattern.key()) != *pattern;
    if (other) {
        m_files.clear();
        m_patterns.clear();
    }
    return other;
}

SshFiles ConfigFiles::files()
{
    return {[this](const QString& path) { return read(path); },
            [this](const QString& pattern) { return glob(pattern); }};
}

ConfigFiles::Stamp ConfigFiles::stampOf(const QString& path)
{
    struct stat about = {};
    if (::stat(QFile::encodeName(path).constData(), &about) != 0)
        return {};
    return {about.st_mtim.tv_sec, about.st_mtim.tv_nsec, about.st_size, about.st_ino};
}

/// Its stamp first: what is written meanwhile is read again.
SshFileRead ConfigFiles::read(const QString& path)
{
    const auto known = m_files.constFind(path);
    if (known != m_files.cend())
        return known->read;
    const Stamp stamp = stampOf(path);
    return m_files.insert(path, {stamp, readRegular(path)})->read;
}

QStringList ConfigFiles::glob(const QString& pattern)
{
    const auto known = m_patterns.constFind(pattern);
    return known != m_patterns.cend() ? *known : *m_patterns.insert(pattern, matches(pattern));
}

} // namespace snowmelt
