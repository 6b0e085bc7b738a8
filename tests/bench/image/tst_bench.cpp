// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/image/small_images.h"
#include "tests/bench/image/image_figures.h"
#include "tests/bench/quick_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace snowmelt;

/// That the bench measures at all, and says the same in both its outputs. No time is judged.
class BenchImageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableAndJsonAgree()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        const QTemporaryDir folder;
        sample::SmallImages images(folder.path());
        QFile app(folder.filePath(QStringLiteral("app")));
        QVERIFY(app.open(QIODevice::WriteOnly) && app.write("# an application\n") > 0);
        app.close();
        images.setTrial("files: [{path: /opt/app, source: app}]\n");
        const QTemporaryDir out;
        const QString path = out.filePath(QStringLiteral("bench.json"));
        const QByteArray table =
            bench::printed(SNOWMELT_BENCH_IMAGE,
                           {QStringLiteral("--quick"), QStringLiteral("--blueprint"), images.file(),
                            QStringLiteral("--image"), QStringLiteral("trial@1"), QStringLiteral("--json"), path});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("snowmelt.bench/1"));
        QCOMPARE(json[QStringLiteral("os")].toString(), QStringLiteral("os/small@1"));
        QVERIFY(json[QStringLiteral("osByBare")].toDouble() > 0);
        QStringList names;
        for (const QJsonValue& value : json[QStringLiteral("figures")].toArray()) {
            const QJsonObject figure = value.toObject();
            names.append(figure[QStringLiteral("name")].toString());
            QCOMPARE(figure[QStringLiteral("wallMs")].toArray().size(), 1);
            const QString seconds = QString::number(figure[QStringLiteral("medianMs")].toDouble() / 1000, 'f', 2);
            QVERIFY2(QString::fromUtf8(table).contains(names.last().leftJustified(15) + seconds.rightJustified(8)),
                     table.constData());
        }
        QCOMPARE(names, (QStringList{bench::bareName, bench::osName, bench::ownTierName}));
    }

    void budget()
    {
        using bench::ImageFigure;
        const auto within = [](qint64 bare, qint64 os, qint64 own) {
            return bench::withinImageBudget({ImageFigure{bench::bareName, {1, bare, 1000000}},
                                             ImageFigure{bench::osName, {os}}, ImageFigure{bench::ownTierName, {own}}});
        };
        QVERIFY(within(10000, 11000, 5000));
        QVERIFY(!within(10000, 11001, 5000));
        QVERIFY(!within(10000, 11000, 5001));
        QCOMPARE(bench::medianOf({ImageFigure{bench::osName, {4, 1, 3, 2}}}, bench::osName), 2);
        QVERIFY(!bench::osByBare({}));
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--rounds"), QStringLiteral("many")};
        QTest::newRow("no image") << QStringList{QStringLiteral("--image"), QStringLiteral("shop")};
        QTest::newRow("a word too many") << QStringList{QStringLiteral("build")};
    }
    void wrongArguments()
    {
        QFETCH(const QStringList, arguments);
        QCOMPARE(QProcess::execute(QStringLiteral(SNOWMELT_BENCH_IMAGE), arguments), 2);
    }
};

QTEST_GUILESS_MAIN(BenchImageTest)
#include "tst_bench.moc"
