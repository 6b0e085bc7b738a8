// SPDX-License-Identifier: GPL-3.0-or-later
// A room's sources are compiled in batches by some presets: two of them must not give one name to two things in their
// anonymous namespaces, whether or not they are in one batch today.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Folders whose CMakeLists.txt makes a room, and that are compiled in batches where a preset says so.
QStringList batchedRooms(const QString& root)
{
    QStringList rooms;
    for (const char* const top : {"models", "ui", "backend", "app"}) {
        QDirIterator it(root + u'/' + QLatin1String(top), {QStringLiteral("CMakeLists.txt")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString cmake = textOf(it.next());
            if (cmake.contains(QStringLiteral("snowmelt_room")) && !cmake.contains(QStringLiteral("UNITY_BUILD OFF")))
                rooms << it.fileInfo().path();
        }
    }
    rooms.sort();
    return rooms;
}

bool isIn(const QString& path, const QString& folder)
{
    return path.startsWith(folder + u'/');
}

QStringList sourcesOf(const QString& room, const QStringList& rooms)
{
    QStringList sources;
    QDirIterator it(room, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const bool ofAnother = std::any_of(rooms.begin(), rooms.end(), [&](const QString& other) {
            return other != room && isIn(other, room) && isIn(path, other);
        });
        if (!ofAnother)
            sources << path;
    }
    return sources;
}

/// Parameters without their names and defaults: overloads are two things of one name, and allowed.
QString typesOf(QString parameters)
{
    static const QRegularExpression defaults(QStringLiteral("\\s*=[^,]*"));
    static const QRegularExpression names(QStringLiteral("\\s+\\w+(?=,|$)"));
    return parameters.simplified().remove(defaults).remove(names);
}

/// What the anonymous namespaces of a source define at their own level.
QSet<QString> ownNames(const QString& source)
{
    static const QRegularExpression opened(QStringLiteral("^namespace \\{\\n(.*?)^\\} // namespace$"),
                                           QRegularExpression::MultilineOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression around(QStringLiteral("^namespace ([\\w:]+)\\s*\\{"),
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression thing(
        QStringLiteral(
            "^(?:constexpr|const)\\s+[\\w:<>]+\\s+(\\w+)[\\s={\\[(]|^(?:struct|class|enum class|enum)\\s+(\\w+)"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression function(QStringLiteral("^[\\w:<>,&\\* ]+?[ &\\*](\\w+)\\(([^)]*)\\)[ a-z]*\\n\\{"),
                                             QRegularExpression::MultilineOption);
    QSet<QString> names;
    for (auto found = opened.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch block = found.next();
        QString prefix;
        for (auto outer = around.globalMatch(source.left(block.capturedStart())); outer.hasNext();)
            prefix += outer.next().captured(1) + QStringLiteral("::");
        const QString body = block.captured(1);
        for (auto it = thing.globalMatch(body); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            names.insert(prefix + match.captured(1) + match.captured(2));
        }
        for (auto it = function.globalMatch(body); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            names.insert(prefix + match.captured(1) + u'(' + typesOf(match.captured(2)) + u')');
        }
    }
    return names;
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreFound()
    {
        const QString source =
            QStringLiteral("namespace a {\n\nnamespace {\n\nconstexpr int limit = 3;\nstruct Thing\n{\n};\n"
                           "bool isBelow(const QString& path, int depth = 2)\n{\n}\n\n} // namespace\n");
        QCOMPARE(ownNames(source), (QSet<QString>{QStringLiteral("a::limit"), QStringLiteral("a::Thing"),
                                                  QStringLiteral("a::isBelow(const QString&, int)")}));
    }

    void oneNameIsOneThing()
    {
        const QString root = QStringLiteral(SNOWMELT_SOURCE_DIR);
        const QStringList rooms = batchedRooms(root);
        QVERIFY(rooms.size() > 15);
        QStringList twice;
        for (const QString& room : rooms) {
            QMap<QString, QString> definedIn;
            const QStringList sources = sourcesOf(room, rooms);
            for (const QString& path : sources) {
                const QSet<QString> names = ownNames(textOf(path));
                for (const QString& name : names) {
                    if (definedIn.contains(name))
                        twice << QStringLiteral("%1: %2 and %3").arg(name, definedIn.value(name), path);
                    definedIn.insert(name, path);
                }
            }
        }
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
