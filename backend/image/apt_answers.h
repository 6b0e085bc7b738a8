// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/lock.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace snowmelt {

/// What `apt-get --print-uris` says it would download, and what `apt-cache show` says of those packages (their
/// priority). Pure. Nullopt: a line that is none, or one whose sum is no SHA-256.
std::optional<QList<LockedDeb>> debsFrom(const QByteArray& uris, const QByteArray& shown);

/// dpkg's status of a root after these packages were installed into one with the status `before`. Pure.
QByteArray statusAfter(const QByteArray& before, const QByteArray& shown);

} // namespace snowmelt
