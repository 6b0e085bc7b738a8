// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/broken_guards.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt::test;

Q_DECLARE_METATYPE(BrokenGuard)

/// Takes the engine's guards away one by one: a source with the guard replaced is compiled as the build compiles it,
/// the exploration is linked with that object in place of the engine's own, and must find the promise that is broken.
/// The recipe that found it is then cooked with the engine as it is, built in the same way, and must find nothing: what
/// broke is the guard's. A guard whose text is not found exactly once fails: the list stays true to the engine.
class BrokenGuardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theEngineAsItIs();
    void aBrokenGuardIsCaught_data();
    void aBrokenGuardIsCaught();
    void cleanupTestCase();

private:
    struct Ended
    {
        int status = -1;
        QByteArray said;
    };
    static Ended shell(const QString& command);
    static QByteArray sourceOf(const QString& file);
    QString compileCommand(const QString& file) const;
    /// The exploration with this text in place of the file; its program's path, empty when it could not be made.
    QString explorationWith(const QString& name, const QString& file, const QByteArray& text);
    /// All of a family, or one recipe.
    static Ended explore(const QString& program, const QString& family, const QString& recipe = {});

    QTemporaryDir m_scratch;
    QJsonArray m_commands;
    QString m_link;
    QString m_intact; ///< the exploration of the engine as it is
    QStringList m_caught;
};

namespace {

const QString tree = QStringLiteral(SNOWMELT_TREE);
const QString build = QStringLiteral(SNOWMELT_BUILD);
const QString exploration = QStringLiteral("tst_backend_deploy_exploration_exploration");
constexpr int compileLimitMs = 300'000;
constexpr int exploreLimitMs = 300'000;

} // namespace

BrokenGuardsTest::Ended BrokenGuardsTest::shell(const QString& command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(build);
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    if (!process.waitForFinished(compileLimitMs))
        return {};
    return {process.exitCode(), process.readAll()};
}

void BrokenGuardsTest::initTestCase()
{
    QFile file(build + QStringLiteral("/compile_commands.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_commands = QJsonDocument::fromJson(file.readAll()).array();
    // Where sources are compiled in batches one of them cannot be replaced.
    if (compileCommand(QStringLiteral("next_move.cpp")).isEmpty())
        QSKIP("this build compiles sources in batches");
    const Ended commands = shell(QStringLiteral("ninja -t commands ") + exploration);
    m_link = QString::fromUtf8(commands.said.trimmed().split('\n').last());
    QVERIFY2(m_link.contains(QStringLiteral("-o bin/") + exploration), qPrintable(m_link));
}

QByteArray BrokenGuardsTest::sourceOf(const QString& file)
{
    QFile source(tree + QStringLiteral("/backend/deploy/") + file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

QString BrokenGuardsTest::compileCommand(const QString& file) const
{
    for (const QJsonValue& entry : m_commands) {
        if (entry[QStringLiteral("file")].toString().endsWith(QStringLiteral("/backend/deploy/") + file))
            return entry[QStringLiteral("command")].toString();
    }
    return {};
}

QString BrokenGuardsTest::explorationWith(const QString& name, const QString& file, const QByteArray& text)
{
    const QString program = m_scratch.filePath(name);
    const QString source = program + QStringLiteral(".cpp");
    const QString object = program + QStringLiteral(".o");
    QFile written(source);
    if (!written.open(QIODevice::WriteOnly) || written.write(text) != text.size())
        return {};
    written.close();
    static const QRegularExpression output(QStringLiteral(" -o \\S+ -c \\S+"));
    // What a guard used may have become unused: that is no reason not to compile.
    const QString compile = compileCommand(file).replace(output, u" -Wno-error -o " + object + u" -c " + source);
    // Before the libraries: the linker takes the first definition, and then has no need of the library's own.
    QString link = m_link;
    link.replace(QStringLiteral(" -o bin/") + exploration, u' ' + object + u" -o " + program);
    const Ended made = shell(compile + u" && " + link);
    if (made.status != 0)
        qWarning("%s", made.said.constData());
    return made.status == 0 ? program : QString();
}

BrokenGuardsTest::Ended BrokenGuardsTest::explore(const QString& program, const QString& family, const QString& recipe)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SNOWMELT_EXPLORE_FIRST"), QStringLiteral("1"));
    environment.remove(QStringLiteral("SNOWMELT_EXPLORE"));
    if (!recipe.isEmpty())
        environment.insert(QStringLiteral("SNOWMELT_EXPLORE"), recipe);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList(family));
    if (!process.waitForFinished(exploreLimitMs))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

/// So that a broken guard is caught for what it broke, not for how it was built.
void BrokenGuardsTest::theEngineAsItIs()
{
    const QString file = QStringLiteral("next_move.cpp");
    m_intact = explorationWith(QStringLiteral("intact"), file, sourceOf(file));
    QVERIFY(!m_intact.isEmpty());
    const Ended ended = explore(m_intact, QStringLiteral("oneRecipe"), QStringLiteral("swap"));
    QVERIFY2(ended.status == 0, ended.said.constData());
}

void BrokenGuardsTest::aBrokenGuardIsCaught_data()
{
    QTest::addColumn<BrokenGuard>("guard");
    for (const BrokenGuard& guard : brokenGuards())
        QTest::newRow(guard.name) << guard;
    QVERIFY(brokenGuards().size() >= 10);
}

void BrokenGuardsTest::aBrokenGuardIsCaught()
{
    QFETCH(const BrokenGuard, guard);
    const QString file = QString::fromLatin1(guard.file);
    QByteArray text = sourceOf(file);
    QVERIFY2(text.count(guard.guard) == 1, "the guard's text is not there exactly once");
    text.replace(guard.guard, guard.broken);
    const QString program = explorationWith(QStringLiteral("broken"), file, text);
    QVERIFY(!program.isEmpty());
    const Ended ended = explore(program, QString::fromLatin1(guard.family));
    static const QRegularExpression promise(QStringLiteral("(?:broken (\\w+)|(ends)): .*?SNOWMELT_EXPLORE='([^']+)'"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch broken = promise.match(QString::fromUtf8(ended.said));
    QVERIFY2(ended.status > 0 && broken.hasMatch(), ended.said.constData());
    const QString recipe = broken.captured(3);
    const Ended intact = explore(m_intact, QStringLiteral("oneRecipe"), recipe);
    QVERIFY2(intact.status == 0, intact.said.constData());
    m_caught.append(QString::fromLatin1(guard.name).leftJustified(62) + u' ' + broken.captured(1) + broken.captured(2) +
                    QStringLiteral(" by ") + recipe);
}

void BrokenGuardsTest::cleanupTestCase()
{
    qInfo("guard, and the promise that broke without it:\n%s", qPrintable(m_caught.join(u'\n')));
}

QTEST_GUILESS_MAIN(BrokenGuardsTest)
#include "tst_broken_guards.moc"
