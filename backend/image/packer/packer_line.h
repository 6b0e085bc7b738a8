// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace snowmelt {

/// One line of Packer's -machine-readable output: "TIME,TARGET,TYPE,DATA…", a comma in data as "%!(PACKER_COMMA)", line
/// ends as literal "\n" and "\r" (packer.io/docs/commands, "Machine-Readable Output").
struct PackerLine
{
    QString target; ///< name of the build; empty: of none
    QString type;   ///< "ui", "artifact", "error", "version", …
    QStringList data;
    bool operator==(const PackerLine&) const = default;
};

/// nullopt: no line of this form; Packer's wrapper and what it starts also write others.
std::optional<PackerLine> parsePackerLine(const QByteArray& line);

} // namespace snowmelt
