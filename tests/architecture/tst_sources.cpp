// SPDX-License-Identifier: GPL-3.0-or-later
// What every source file owes its readers: a licence line, the tree's format, no leftovers.
#include <QDirIterator>
#include <QFile>
#include <QProcess>
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
            if (path.endsWith(QStringLiteral("tst_sources.cpp")))
                continue;
            const QByteArray text = contents(path);
            for (const char* word : {"TODO", "FIXME", "QSKIP", "QThread::msleep", "QTest::qSleep"}) {
                if (text.contains(word))
                    found += path + QStringLiteral(": ") + QString::fromLatin1(word);
            }
        }
        QCOMPARE(found.join(u'\n'), QString());
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
