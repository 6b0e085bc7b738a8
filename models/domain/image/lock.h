// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"
#include "models/domain/ids.h"
#include "models/domain/image/image_diff.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace snowmelt {

/// One package file a tier installs.
struct LockedDeb
{
    QString name;
    QString version;
    QString architecture;
    qint64 size = 0;
    Digest sha256;
    QString uri; ///< where it was, its file name last: "http://deb.debian.org/debian/pool/…/bash_5.2_amd64.deb"
    bool required = false; ///< its archive puts it into every root (priority "required")
    bool operator==(const LockedDeb&) const = default;

    QString key() const { return name + u':' + architecture; }
};

/// What a tier is built from besides its recipe: the file beside it, "web.yaml" → "web.lock". docs/IMAGES.md.
struct Lock
{
    Digest built;         ///< the image it gave when it was written; null: not known
    QString from{};       ///< what that image was built from: buildKey(); empty: not known
    QStringList packages; ///< what the recipe asked for, as it is written there
    QStringList sources;  ///< as apt's sources.list has them: "deb http://deb.debian.org/debian bookworm main"
    QList<LockedDeb> debs;
    bool operator==(const Lock&) const = default;
};

/// YAML of our own form. No two .debs of one name and architecture; sources and addresses are of schemes that name a
/// file by themselves and have no line break in them.
Parsed<Lock> parseLock(const QByteArray& text);

/// One line for each .deb, sorted, so that a moved package is one line in a git diff.
QByteArray renderLock(const Lock& lock);

/// What decides the build: all of it but `built` and `from`.
QByteArray lockedContent(const Lock& lock);

/// The first package the recipe asks for that the lock was not made for; empty: none.
QString missingIn(const Lock& lock, const QStringList& asked);

/// From one lock to another, by package. A package whose version stayed and whose bytes did not is Changed.
QList<ImageDifference> lockChanges(const Lock& before, const Lock& after);

/// "http://anna:secret@deb.example.org/x" without who and the secret: what is written into a file others read.
QString withoutCredentials(const QString& text);

} // namespace snowmelt
