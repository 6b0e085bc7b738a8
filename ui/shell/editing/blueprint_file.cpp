// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/editing/blueprint_file.h"

#include "ui/export/whole_file.h"

#include <QFile>

namespace snowmelt {

namespace {

/// More than any blueprint may have: the parser then says so, and a mistaken choice of a film costs no memory.
constexpr qint64 mostBytes = 8 * 1024 * 1024;

} // namespace

std::optional<QByteArray> readBlueprintFile(const QString& path, QString* reason)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray text = file.read(mostBytes);
        if (file.error() == QFileDevice::NoError)
            return text;
    }
    if (reason)
        *reason = file.errorString();
    return std::nullopt;
}

WriteOutcome writeBlueprintFile(const QString& path, const std::optional<QByteArray>& expected, const QByteArray& text)
{
    const std::optional<QByteArray> there = readBlueprintFile(path);
    if (there != expected)
        return {WriteOutcome::Kind::ChangedMeanwhile, there, {}};
    QSaveFile file(path);
    if (replaceWith(file, text))
        return {};
    return {WriteOutcome::Kind::Failed, {}, file.errorString()};
}

} // namespace snowmelt
