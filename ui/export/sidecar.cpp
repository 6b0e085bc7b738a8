// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sidecar.h"

#include "models/wording/wording.h"

#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

constexpr int mostAside = 1000;
constexpr qint64 mostBytes = 8 * 1024 * 1024; ///< more than the format takes: it says so then

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
    QFile opened(path);
    const QByteArray text = opened.open(QIODevice::ReadOnly) ? opened.read(mostBytes) : QByteArray();
    if (opened.error() != QFileDevice::NoError) {
        read.fault = opened.errorString();
        return read;
    }
    read.text = text;
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
