// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace snowmelt {

enum class DriftSection { Packages, Files, Users, Groups, Sockets };
enum class DifferenceKind { Added, Removed, Changed };

/// One field that differs: name is "version", "mode", "owner", "group", "content", "type", "target", "uid", "shell" …
struct FieldChange
{
    QString field;
    QString baseline; ///< empty: absent in the baseline
    QString actual;   ///< empty: absent on the node
    bool operator==(const FieldChange&) const = default;
};

/// A difference always carries at least one field that differs.
struct Difference
{
    DriftSection section = DriftSection::Files;
    DifferenceKind kind = DifferenceKind::Changed;
    QByteArray key; ///< package name, path, user, group, or "tcp 0.0.0.0:8009"; raw bytes
    QList<FieldChange> fields;
    QString baselineText; ///< small, non-secret text files whose content changed: both texts
    QString actualText;
    bool operator==(const Difference&) const = default;
};

/// Something that could not be read. Never the same as "no difference".
struct Unseen
{
    DriftSection section = DriftSection::Files;
    QByteArray what; ///< empty: the whole section
    QString reason;  ///< "timedOut", "permissionDenied", "commandMissing", "truncated", "vanished", or verbatim stderr
    bool operator==(const Unseen&) const = default;
};

/// A rule that hides paths by default, with how many it hid.
struct LeftOut
{
    QString pattern;
    QString reason; ///< "log", "cache", "machine-id", "birth", "database data" …: a key for wording
    int count = 0;
    bool operator==(const LeftOut&) const = default;
};

struct DriftReport
{
    QString node;
    ImageRef baselineImage;
    Digest baselineDigest;
    QDateTime scannedAt; ///< UTC
    QList<Difference> differences;
    QList<Unseen> unseen;
    QList<LeftOut> leftOut;

    bool complete() const { return unseen.isEmpty(); }
    bool operator==(const DriftReport&) const = default;
};

/// File names and other bytes made safe to show: control characters, invalid UTF-8 and terminal escapes as \xNN, \n.
QString displayText(const QByteArray& raw);

} // namespace snowmelt
