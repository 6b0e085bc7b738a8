// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/// What makes a folder as an overlay mount leaves it.
namespace snowmelt::sample {

inline StopFlag never()
{
    return std::make_shared<std::atomic_bool>(false);
}

inline QByteArray at(const QByteArray& folder, const char* inside)
{
    return folder + inside;
}

// Not QFile: a name that is not UTF-8 would not survive being a QString.
inline void write(const QByteArray& path, const QByteArray& content, mode_t mode = 0644)
{
    const int descriptor = ::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(descriptor >= 0);
    QCOMPARE(::write(descriptor, content.constData(), static_cast<size_t>(content.size())), content.size());
    QCOMPARE(::fchmod(descriptor, mode), 0);
    ::close(descriptor);
}

inline void setTime(const QByteArray& path, qint64 seconds)
{
    const timespec times[2] = {{seconds, 0}, {seconds, 123}};
    QCOMPARE(::utimensat(AT_FDCWD, path.constData(), times, AT_SYMLINK_NOFOLLOW), 0);
}

} // namespace snowmelt::sample
