// SPDX-License-Identifier: GPL-3.0-or-later
// A shared include path hides a forbidden edge from the linker when only a header is used: so the includes are read.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

/// docs/ARCHITECTURE.md's table: room → rooms it may include besides itself. The longest matching prefix is a file's
/// room.
const QMap<QString, QStringList>& allowed()
{
    const auto list = [](const char* rooms) { return QString::fromLatin1(rooms).split(u' ', Qt::SkipEmptyParts); };
    static const QMap<QString, QStringList> table{
        {QStringLiteral("models/domain"), {}},
        {QStringLiteral("models/ports"), list("models/domain")},
        {QStringLiteral("models/wording"), list("models/domain")},
        {QStringLiteral("models/recipes"), list("models/domain")},
        {QStringLiteral("models/layout"), list("models/domain")},
        {QStringLiteral("models/comparison"), list("models/domain")},
        {QStringLiteral("models/editing"), list("models/domain")},
        {QStringLiteral("models/export"), list("models/domain models/layout models/wording")},
        {QStringLiteral("models/document"), list("models/domain models/ports")},
        {QStringLiteral("models/items"), list("models/domain models/comparison models/document models/wording")},
        {QStringLiteral("ui/theme"), {}},
        {QStringLiteral("ui/diagram"),
         list("models/domain models/comparison models/layout models/document models/wording ui/theme")},
        {QStringLiteral("ui/export"),
         list("models/domain models/layout models/wording models/export ui/theme ui/diagram")},
        {QStringLiteral("ui/charts"), list("models/domain models/document models/items models/wording ui/theme")},
        {QStringLiteral("ui/shell"),
         list("models/domain models/ports models/comparison models/layout models/document models/editing "
              "models/items models/recipes models/wording models/export ui/theme ui/diagram ui/charts ui/export")},
        {QStringLiteral("app/cli"),
         list("models/domain models/ports models/editing models/recipes models/wording models/export ui/export")},
        {QStringLiteral("app"), list("app/cli models/wording ui/shell backend/services")},
        {QStringLiteral("backend/execution"), list("models/domain")},
        {QStringLiteral("backend/platform"), list("models/domain backend/execution")},
        {QStringLiteral("backend/transport"), list("models/domain backend/execution backend/platform")},
        {QStringLiteral("backend/platform/podman"),
         list("models/domain backend/execution backend/platform backend/transport")},
        {QStringLiteral("backend/platform/ssh"),
         list("models/domain backend/execution backend/platform backend/transport")},
        {QStringLiteral("backend/platform/simulation"), list("models/domain backend/execution backend/platform")},
        {QStringLiteral("backend/balancer"), list("models/domain backend/execution backend/platform")},
        {QStringLiteral("backend/lease"), list("models/domain backend/execution backend/platform")},
        {QStringLiteral("backend/image"), list("models/domain models/recipes backend/execution")},
        {QStringLiteral("backend/buildhost"),
         list("models/domain backend/execution backend/platform backend/platform/ssh backend/transport "
              "backend/image")},
        {QStringLiteral("backend/store"), list("models/domain")},
        {QStringLiteral("backend/fleet"),
         list("models/domain backend/execution backend/platform backend/balancer backend/transport")},
        {QStringLiteral("backend/trial"),
         list("models/domain backend/execution backend/platform backend/fleet backend/image")},
        {QStringLiteral("backend/drift"),
         list("models/domain backend/execution backend/platform backend/fleet backend/image")},
        {QStringLiteral("backend/deploy"),
         list("models/domain backend/execution backend/platform backend/balancer backend/fleet")},
        {QStringLiteral("backend/services"),
         list("models/domain models/ports backend/execution backend/platform backend/transport backend/platform/podman "
              "backend/platform/simulation backend/platform/ssh backend/balancer backend/image backend/store "
              "backend/fleet backend/drift "
              "backend/deploy backend/buildhost backend/lease backend/trial")},
    };
    return table;
}

QString roomOf(const QString& path)
{
    for (QString folder = path.section(u'/', 0, -2); !folder.isEmpty(); folder = folder.section(u'/', 0, -2)) {
        if (allowed().contains(folder))
            return folder;
    }
    return {};
}

QStringList projectIncludes(const QString& path)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList found;
    for (auto match = include.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
        found += match.next().captured(1);
    return found;
}

QStringList forbiddenEdges(const QString& file, const QStringList& includes)
{
    QStringList forbidden;
    const QString from = roomOf(file);
    for (const QString& include : includes) {
        const QString to = roomOf(include);
        if (to.isEmpty() ? !include.endsWith(QStringLiteral(".moc"))
                         : to != from && !allowed().value(from).contains(to))
            forbidden += file + QStringLiteral(" -> ") + include;
    }
    return forbidden;
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeIsAllowed()
    {
        const QString root = QStringLiteral(SNOWMELT_SOURCE_DIR "/");
        QStringList forbidden;
        int read = 0;
        for (const char* top : {"app", "ui", "models", "backend"}) {
            QDirIterator files(root + QString::fromLatin1(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                const QString file = path.mid(root.size());
                QVERIFY2(!roomOf(file).isEmpty(), qPrintable(file + QStringLiteral(" is in no room")));
                forbidden += forbiddenEdges(file, projectIncludes(path));
                ++read;
            }
        }
        QVERIFY(read > 100);
        QCOMPARE(forbidden.join(u'\n'), QString());
    }

    void aForbiddenEdgeIsFound()
    {
        const QStringList edges =
            forbiddenEdges(QStringLiteral("ui/shell/window.cpp"),
                           {QStringLiteral("models/items/tree.h"), QStringLiteral("backend/store/journal.h"),
                            QStringLiteral("window.h")});
        QCOMPARE(edges, (QStringList{QStringLiteral("ui/shell/window.cpp -> backend/store/journal.h"),
                                     QStringLiteral("ui/shell/window.cpp -> window.h")}));
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
