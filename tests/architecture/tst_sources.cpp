// SPDX-License-Identifier: GPL-3.0-or-later
// What every source file owes its readers: a licence line, the tree's format, no leftovers.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace {

QStringList sources()
{
    QStringList found;
    for (const char* top : {"app", "ui", "models", "backend", "tests"}) {
        QDirIterator files(QStringLiteral(SNOWMELT_SOURCE_DIR "/") + QString::fromLatin1(top),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found += files.next();
    }
    return found;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void licenceLine()
    {
        QStringList without;
        for (const QString& path : sources()) {
            if (!contents(path).startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"))
                without += path;
        }
        QCOMPARE(without.join(u'\n'), QString());
    }

    void noLeftovers()
    {
        QStringList found;
        for (const QString& path : sources()) {
            // This list itself, and the test whose planted sleep must be caught.
            if (path.endsWith(QStringLiteral("tst_sources.cpp")) || path.endsWith(QStringLiteral("tst_gap_meter.cpp")))
                continue;
            const QByteArray text = contents(path);
            for (const char* word : {"TODO", "FIXME", "QThread::msleep", "QTest::qSleep"}) {
                if (text.contains(word))
                    found += path + QStringLiteral(": ") + QString::fromLatin1(word);
            }
        }
        QCOMPARE(found.join(u'\n'), QString());
    }

    /// GCC 12 destroys what is made by braces, by a lambda or by "?:" inside an awaited expression twice: most often
    /// nothing is seen of it, once in a while the heap is gone.
    void nothingIsMadeInsideAnAwait()
    {
        static const QRegularExpression awaited(QStringLiteral("co_await\\b[^;]*;"));
        static const QRegularExpression made(QStringLiteral("\\{|\\?|\\[[&=\\w, ]*\\]\\s*(?:\\(|mutable)"));
        QStringList found;
        int awaits = 0;
        for (const QString& path : sources()) {
            // This one, and one that quotes what it breaks.
            if (path.endsWith(QStringLiteral("tst_sources.cpp")) || path.endsWith(QStringLiteral("broken_guards.cpp")))
                continue;
            const QString text = QString::fromUtf8(contents(path));
            for (auto match = awaited.globalMatch(text); match.hasNext(); ++awaits) {
                const QString statement = match.next().captured();
                if (made.match(statement).hasMatch())
                    found += path + QStringLiteral(": ") + statement.simplified();
            }
        }
        QVERIFY(awaits > 300);
        QCOMPARE(found.join(u'\n'), QString());
    }

    /// It is made inside whatever await leaves the argument out. What consists of numbers, or is null, may be destroyed
    /// twice.
    void noTaskMakesADefaultArgument()
    {
        static const QRegularExpression made(
            QStringLiteral("\\bTask<[\\w<>:,* ]+>\\s+\\w+(?=\\()[^;{}]*[\\s(]([\\w<>:]+) \\w+\\s*=\\s*\\w*\\{[^;]*;"));
        static const QRegularExpression harmless(QStringLiteral("^(?:FleetTiming|std::shared_ptr<\\w+>)$"));
        QStringList found;
        for (const QString& path : sources()) {
            const QString text = QString::fromUtf8(contents(path));
            for (auto matches = made.globalMatch(text); matches.hasNext();) {
                const QRegularExpressionMatch match = matches.next();
                if (!harmless.match(match.captured(1)).hasMatch())
                    found += path + QStringLiteral(": ") + match.captured().simplified();
            }
        }
        QCOMPARE(found.join(u'\n'), QString());
    }

    /// Two types of one name in one namespace are undefined behaviour that no compiler reports: the linker keeps one's
    /// functions for both.
    void everyTypeHasOneDefinition()
    {
        static const QRegularExpression definition(
            QStringLiteral("^(?:struct|class|enum class) (?:\\[\\[nodiscard\\]\\] )?([A-Za-z]+)(?: final)?(?: "
                           ":[^;{]*)?(?:\\n?\\{| \\{)"),
            QRegularExpression::MultilineOption);
        QMap<QString, QStringList> places;
        for (const QString& path : sources()) {
            if (!path.endsWith(QStringLiteral(".h")) || path.contains(QStringLiteral("/tests/")))
                continue;
            const QString text = QString::fromUtf8(contents(path));
            for (auto match = definition.globalMatch(text); match.hasNext();)
                places[match.next().captured(1)] += path;
        }
        QVERIFY(places.size() > 150);
        QStringList twice;
        for (auto it = places.cbegin(); it != places.cend(); ++it) {
            if (it->size() > 1)
                twice += it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", "));
        }
        QCOMPARE(twice.join(u'\n'), QString());
    }

    void formatted()
    {
        const QString clangFormat = QStandardPaths::findExecutable(QStringLiteral("clang-format"));
        QVERIFY2(!clangFormat.isEmpty(), "clang-format is not installed");
        QProcess process;
        process.start(clangFormat, QStringList{QStringLiteral("--dry-run"), QStringLiteral("--Werror")} + sources());
        QVERIFY(process.waitForFinished(240'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().left(4000).constData());
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
