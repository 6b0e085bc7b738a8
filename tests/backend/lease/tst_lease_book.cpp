// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/lease/lease_samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QString path = QStringLiteral("edge:/var/lib/snowmelt/lease/book");
constexpr qint64 stamp = 1'800'000'000'123;

LeaseBook fullBook()
{
    LeaseBook book;
    book.leases = {{QStringLiteral("web"), token('a'), mina(), 1000, 2000, 30},
                   {QStringLiteral("api \"quoted\" \n'; rm -rf / #"), token('b'), jun(), 1, 2, 60}};
    book.work = {
        {QStringLiteral("web"), mina(), 1500, {{QStringLiteral("deployment"), QStringLiteral("d1")}}, 4, true}};
    book.turns = {{3000, QStringLiteral("web"), QStringLiteral("jun@desk"), QStringLiteral("op-9"), token('c'),
                   QStringLiteral("mina@laptop"), token('a'), false, QString::fromUtf8("그는 자고 있다")}};
    return book;
}

QString failure(const QByteArray& bytes)
{
    return told(parseBook(bytes, path));
}

const QString damaged = QStringLiteral("storeUnusable ") + path;

} // namespace

class TestLeaseBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingKeptIsAnEmptyBook()
    {
        const Result<LeaseBook> book = parseBook(std::nullopt, path);
        QVERIFY(book.ok());
        QCOMPARE(*book, LeaseBook());
    }

    void whatIsWrittenIsRead()
    {
        const QByteArray text = bookText(fullBook());
        QVERIFY(!text.contains('\n'));
        const Result<LeaseBook> read = parseBook(stampedBook(text, stamp), path);
        QCOMPARE(told(read), QStringLiteral("done"));
        QCOMPARE(*read, fullBook());
    }

    void theHostsStampIsEveryTimeLeftOpen()
    {
        LeaseBook book = fullBook();
        book.leases[0].since.reset();
        book.leases[0].renewed.reset();
        book.work[0].since.reset();
        book.turns[0].at.reset();
        const LeaseBook read = kept(book, stamp);
        QCOMPARE(read.leases[0].since, std::optional(stamp));
        QCOMPARE(read.leases[0].renewed, std::optional(stamp));
        QCOMPARE(read.leases[1].renewed, std::optional<qint64>(2));
        QCOMPARE(read.work[0].since, std::optional(stamp));
        QCOMPARE(read.turns[0].at, std::optional(stamp));
    }

    void aNewerBookIsSaidToBeNewer()
    {
        QCOMPARE(failure("snowmelt.leases/2 whatever comes\n"), QStringLiteral("storeNewer ") + path);
    }

    void brokenBooksAreErrors_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = stampedBook(bookText(fullBook()), stamp);
        QTest::newRow("empty file") << QByteArray("");
        QTest::newRow("no end of the first line") << QByteArray("snowmelt.leases/1");
        QTest::newRow("a script") << QByteArray("#!/bin/sh\nrm -rf /\n");
        QTest::newRow("something behind it") << good + "x";
        QTest::newRow("no stamp") << stampedBook("", 0);
        const auto body = [](const char* name, const QByteArray& json) {
            QTest::newRow(name) << stampedBook(json, stamp);
        };
        body("no JSON", "leases: []");
        body("an array", "[]");
        body("an empty object", "{}");
        body("no leases", R"({"work":[],"turns":[]})");
        body("leases are null", R"({"leases":null,"work":[],"turns":[]})");
        body("a lease of nobody", R"({"leases":[{"group":"web"}],"work":[],"turns":[]})");
        QByteArray evil = bookText(fullBook());
        evil.replace(token('a').toLatin1(), "../../../../etc/cron.d/evil00000");
        body("a token that is a path", evil);
        QByteArray forever = bookText(fullBook());
        forever.replace("\"seconds\":30", "\"seconds\":2000000000");
        body("a lease for ever", forever);
        QByteArray shape = bookText(fullBook());
        shape.replace("\"seconds\":30", "\"seconds\":\"30\"");
        body("a wrong shape", shape);
    }
    void brokenBooksAreErrors()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(failure(bytes), damaged);
    }

    void everyTruncationIsAnError()
    {
        const QByteArray good = stampedBook(bookText(fullBook()), stamp);
        for (qsizetype length = 0; length < good.size(); ++length)
            QCOMPARE(failure(good.left(length)), damaged);
    }

    void everyFlippedBitIsAnError()
    {
        const QByteArray good = stampedBook(bookText(fullBook()), stamp);
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(bad.at(at) ^ (1 << bit));
                const Result<LeaseBook> read = parseBook(bad, path);
                QVERIFY2(read.failed(), qPrintable(QString::number(at)));
            }
        }
    }

    void randomBytesAreErrors()
    {
        QRandomGenerator random(20260101);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes(random.bounded(200), Qt::Uninitialized);
            random.generate(bytes.begin(), bytes.end());
            QVERIFY(parseBook(bytes, path).failed());
        }
    }

    /// With a right sum over them: whatever is accepted is whole, and reads the same again.
    void randomJsonIsAnErrorOrWhole()
    {
        QRandomGenerator random(20260102);
        const QByteArray good = bookText(fullBook());
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray json = good;
            for (int change = random.bounded(1, 4); change > 0; --change)
                json[random.bounded(int(json.size()))] = static_cast<char>(random.bounded(256));
            const Result<LeaseBook> read = parseBook(stampedBook(json, stamp), path);
            if (!read)
                continue;
            ++accepted;
            QCOMPARE(read->leases.size(), 2);
            QCOMPARE(kept(*read, stamp), *read);
        }
        QVERIFY(accepted > 100); // a changed letter in a name is a name
    }

    void tokensAreHexAndDiffer()
    {
        QVERIFY(isLeaseToken(makeLeaseToken()));
        QVERIFY(makeLeaseToken() != makeLeaseToken());
        for (const char* bad : {"", "abc", "../../../../../../../../etc/passw", "A0000000000000000000000000000000",
                                "00000000000000000000000000000000\n"})
            QVERIFY2(!isLeaseToken(QString::fromLatin1(bad)), bad);
    }

    void revisionsTellBooksApart()
    {
        QCOMPARE(bookRevision(std::nullopt), QByteArray("none"));
        QVERIFY(bookRevision(QByteArray()) != bookRevision(QByteArray("x")));
        QCOMPARE(bookRevision(QByteArray("x")).size(), 64);
    }
};

QTEST_GUILESS_MAIN(TestLeaseBook)
#include "tst_lease_book.moc"
