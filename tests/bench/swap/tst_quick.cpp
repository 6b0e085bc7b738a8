// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// That the bench measures at all, and says the same in both its outputs. No time is judged.
class BenchSwapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tableAndJsonAgree();
    void wrongArguments_data();
    void wrongArguments();
    void help();

private:
    struct Ended
    {
        int status = -1;
        QByteArray out;
    };
    static Ended bench(const QStringList& arguments);
};

namespace {

constexpr int limitMs = 150'000;

QString valueIn(const QString& table, const QString& title, int column)
{
    const QRegularExpression row(u'^' + title + QStringLiteral(R"(\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s)"),
                                 QRegularExpression::MultilineOption);
    return row.match(table).captured(column);
}

QString text(const QJsonValue& number)
{
    return QString::number(number.toInteger());
}

} // namespace

BenchSwapTest::Ended BenchSwapTest::bench(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SNOWMELT_BENCH_SWAP), arguments);
    if (!process.waitForFinished(limitMs))
        return {};
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput() + process.readAllStandardError()};
}

void BenchSwapTest::tableAndJsonAgree()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.json"));
    const Ended ended = bench({QStringLiteral("--quick"), QStringLiteral("--json"), path});
    QVERIFY2(ended.status == 0, ended.out.constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("snowmelt.bench/1"));
    const QJsonArray sizes = json[QStringLiteral("sizes")].toArray();
    QCOMPARE(sizes.size(), 1);
    const QJsonObject ours = sizes.first()[QStringLiteral("snowmelt")].toObject();
    const QJsonObject loop = sizes.first()[QStringLiteral("loop")].toObject();
    QCOMPARE(sizes.first()[QStringLiteral("nodes")].toInt(), 2);
    QCOMPARE(ours[QStringLiteral("swaps")].toInt(), 1);
    QCOMPARE(loop[QStringLiteral("swaps")].toInt(), 1);
    const QString table = QString::fromUtf8(ended.out);
    QVERIFY2(table.contains(QStringLiteral("\n2 nodes\n")), ended.out.constData());
    const QStringList keys = ours.keys();
    QCOMPARE(keys, loop.keys());
    for (const QString& key : keys) {
        if (key == u"swaps")
            continue;
        QString title = key;
        title.remove(QStringLiteral("Ms"));
        const QJsonObject one = ours[key].toObject();
        const QJsonObject other = loop[key].toObject();
        QCOMPARE(valueIn(table, title, 1), text(one[QStringLiteral("median")]));
        QCOMPARE(valueIn(table, title, 2), text(one[QStringLiteral("worst")]));
        QCOMPARE(valueIn(table, title, 3), text(other[QStringLiteral("median")]));
        QCOMPARE(valueIn(table, title, 4), text(other[QStringLiteral("worst")]));
    }
    QCOMPARE(ours[QStringLiteral("failed")][QStringLiteral("worst")].toInt(), 0);
    for (const char* const key : {"totalMs", "healthMs", "windowMs", "calls", "requests"})
        QVERIFY2(ours[QLatin1String(key)][QStringLiteral("median")].toInteger() > 0, key);
}

void BenchSwapTest::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")};
    QTest::newRow("no number") << QStringList{QStringLiteral("--rounds"), QStringLiteral("many")};
    QTest::newRow("no node") << QStringList{QStringLiteral("--sizes"), QStringLiteral("3,0")};
    QTest::newRow("more than a network has") << QStringList{QStringLiteral("--sizes"), QStringLiteral("121")};
    QTest::newRow("a word too many") << QStringList{QStringLiteral("swap")};
    QTest::newRow("a lab without images") << QStringList{QStringLiteral("--lab"), QStringLiteral("shop.yaml")};
}

void BenchSwapTest::wrongArguments()
{
    QFETCH(const QStringList, arguments);
    QCOMPARE(bench(arguments).status, 2);
}

void BenchSwapTest::help()
{
    const Ended ended = bench({QStringLiteral("--help")});
    QCOMPARE(ended.status, 0);
    QVERIFY(ended.out.contains("--sizes"));
}

QTEST_GUILESS_MAIN(BenchSwapTest)
#include "tst_quick.moc"
