// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/arrangement/sidecar_file.h"

#include "models/wording/wording.h"
#include "ui/shell/editing/blueprint_file.h"

#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

constexpr int mostAside = 1000;

QString faultText(const Problem& problem)
{
    return QString::number(problem.line) + u':' + QString::number(problem.column) + u": " + sentence(problem);
}

} // namespace

QString sidecarOf(const QString& blueprintPath)
{
    if (blueprintPath.isEmpty())
        return {};
    const QFileInfo file(blueprintPath);
    return file.path() + u'/' + file.completeBaseName() + QStringLiteral(".layout.json");
}

SidecarRead readSidecar(const QString& path)
{
    SidecarRead read;
    const QFileInfo file(path);
    if (!file.exists() && !file.isSymLink())
        return read;
    read.text = readBlueprintFile(path, &read.fault);
    if (!read.text)
        return read;
    const Parsed<Arrangement> parsed = arrangementFromJson(*read.text);
    if (parsed.ok())
        read.arrangement = parsed.value;
    else
        read.fault = faultText(parsed.problems.first());
    return read;
}

QString putAside(const QString& path, QString* reason)
{
    QFile file(path);
    for (int number = 1; number <= mostAside; ++number) {
        const QString aside = path + QStringLiteral(".broken-") + QString::number(number);
        // rename() never replaces what is there.
        if (QFileInfo::exists(aside))
            continue;
        if (file.rename(aside))
            return aside;
        break;
    }
    *reason = file.errorString();
    return {};
}

} // namespace snowmelt
