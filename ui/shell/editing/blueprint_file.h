// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace snowmelt {

/// What is in the file; nullopt: it is not there, or cannot be read, for `reason`.
std::optional<QByteArray> readBlueprintFile(const QString& path, QString* reason = nullptr);

struct WriteOutcome
{
    enum class Kind { Written, ChangedMeanwhile, Failed };
    Kind kind = Kind::Written;
    std::optional<QByteArray> theirs; ///< ChangedMeanwhile: what is in the file; nullopt: it is gone
    QString reason;                   ///< Failed: as the system says it
};

/// Writes all of it or nothing, and only where `expected` still is: what somebody else wrote meanwhile is not lost.
/// `expected` nullopt: nobody's file is there.
WriteOutcome writeBlueprintFile(const QString& path, const std::optional<QByteArray>& expected, const QByteArray& text);

} // namespace snowmelt
