// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/sidecar.h"

#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace snowmelt {

namespace {

constexpr int mostAside = 1000;
constexpr qint64 mostBytes = 8 * 1024 * 1024; ///< more than the format takes: it says so then

class SidecarText
{
    Q_DECLARE_TR_FUNCTIONS(Sidecar)

public:
    /// The reader is the blueprint's; the file is JSON.
    static QString fault(const Problem& problem)
    {
        const QString what = problem.code == ProblemCode::Syntax ? tr("this is not JSON: %1").arg(problem.args.value(0))
                                                                 : sentence(problem);
        return QString::number(problem.line) + u':' + QString::number(problem.column) + u": " + what;
    }
};

/// Without links, as far as it exists: what is not there yet has a folder at least.
QString realPath(const QString& path)
{
    const QFileInfo file(path);
    const QString real = file.canonicalFilePath();
    return real.isEmpty() ? QDir(QFileInfo(file.absolutePath()).canonicalFilePath()).filePath(file.fileName()) : real;
}

} // namespace

QString sidecarOf(const QString& blueprintPath)
{
    if (blueprintPath.isEmpty())
        return {};
    const QFileInfo file(blueprintPath);
    return file.path() + u'/' + file.completeBaseName() + QStringLiteral(".layout.json");
}

bool isBlueprintOrSidecar(const QString& path, const QString& blueprintPath)
{
    if (path.isEmpty() || blueprintPath.isEmpty())
        return false;
    const QString real = realPath(path);
    return real == realPath(blueprintPath) || real == realPath(sidecarOf(blueprintPath));
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
        read.fault = SidecarText::fault(parsed.problems.first());
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
