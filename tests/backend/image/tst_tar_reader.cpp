// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_files.h"
#include "backend/image/layer_reader.h"
#include "backend/image/tar_reader.h"
#include "tests/support/tar_of.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>

using namespace snowmelt;

/// Members of a tar, and what a tar that breaks off is for those who ask one.
class TestTarReader : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    /// Names until the end, or until it breaks off.
    static QByteArrayList namesIn(TarReader& in)
    {
        QByteArrayList names;
        for (auto entry = in.next(); entry && *entry; entry = in.next())
            names.append(archive_entry_pathname(*entry));
        return names;
    }

    QTemporaryDir m_folder;
    const QByteArray m_large = QByteArray(20000, 'x');
    const QByteArray m_bytes = tarOf({{"a", "first"}, {"b", m_large}, {"c", "last"}});
    QString m_whole;
    QString m_torn; ///< within "b"

private Q_SLOTS:
    void initTestCase()
    {
        m_whole = write("whole.tar", m_bytes);
        m_torn = write("torn.tar", m_bytes.left(m_bytes.indexOf(m_large) + 5000));
    }

    void goesThroughAll()
    {
        TarReader in(m_whole);
        QCOMPARE(namesIn(in), (QByteArrayList{"a", "b", "c"}));
        const auto after = in.next();
        QVERIFY(after.ok() && !*after);
    }

    void anEmptyTarHasAnEndToo()
    {
        TarReader in(write("empty.tar", tarOf({})));
        const auto end = in.next();
        QVERIFY2(end.ok(), end.failed() ? qPrintable(end.error().detail) : "");
        QVERIFY(!*end);
    }

    void readsWhatItStandsAt()
    {
        TarReader in(m_whole);
        QVERIFY(in.next().ok() && in.next().ok());
        QCOMPARE(in.bytes(3).value(), QByteArray("xxx"));
        QVERIFY(in.next().ok());
        QCOMPARE(in.bytes(1000).value(), QByteArray("last"));
        QVERIFY(in.more().value().isEmpty());
    }

    void breakingOffIsNoEnd()
    {
        TarReader in(m_torn);
        QCOMPARE(namesIn(in), (QByteArrayList{"a", "b"}));
        const Error fault = in.fault();
        QCOMPARE(fault.code, ErrorCode::FileUnreadable);
        QCOMPARE(fault.args, QStringList{m_torn});
        QVERIFY(!fault.detail.isEmpty());
        TarReader again(m_torn);
        QVERIFY(again.next().ok() && again.next().ok());
        QVERIFY(again.bytes(m_large.size()).failed());
    }

    /// libarchive takes both for the end.
    void norIsAnEndBetweenTwoMembers()
    {
        TarReader cut(write("cut.tar", m_bytes.left(1024)));
        QCOMPARE(namesIn(cut), QByteArrayList{"a"});
        TarReader again(path("cut.tar"));
        QVERIFY(again.next().ok());
        const auto end = again.next();
        QVERIFY(end.failed());
        QVERIFY(!end.error().detail.isEmpty());
        QVERIFY(askLayer(path("cut.tar"), "/c", 10).failed());

        QByteArray zeroed = m_bytes;
        TarReader lost(write("zeroed.tar", zeroed.replace(1024, 512, QByteArray(512, '\0'))));
        QVERIFY(lost.next().ok());
        QVERIFY(lost.next().failed());
    }

    void aNameIsItsBytes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("not UTF-8") << QByteArray("na\xe9\xe9");
        QTest::newRow("no letters in this locale") << QByteArray("na\xc3\xa9");
    }
    void aNameIsItsBytes()
    {
        QFETCH(QByteArray, name);
        QByteArray odd = tarOf({{"na\xc3\xa9", "x"}, {"then", "y"}}); // with a pax header: "path=" and the name
        const qsizetype at = odd.indexOf("path=na\xc3\xa9");
        QVERIFY(at > 0);
        const QString file = write("odd.tar", odd.replace(at + 5, 4, name));
        const QByteArray locale = std::setlocale(LC_ALL, nullptr);
        QVERIFY(std::setlocale(LC_ALL, "C"));
        TarReader in(file);
        const QByteArrayList names = namesIn(in);
        const auto then = askLayer(file, "/then", 10);
        QVERIFY(std::setlocale(LC_ALL, locale.constData()));
        QCOMPARE(names, (QByteArrayList{name, "then"}));
        QCOMPARE(then->bytes, QByteArray("y"));
    }

    void saysWhatItWasTold()
    {
        const Error wanted{ErrorCode::ImageCorrupt, {QStringLiteral("sha256:1")}, {}};
        TarReader in(m_folder.filePath(QStringLiteral("nowhere.tar")), {.fault = wanted});
        const auto entry = in.next();
        QVERIFY(entry.failed());
        QCOMPARE(entry.error().code, ErrorCode::ImageCorrupt);
        QCOMPARE(entry.error().args, wanted.args);
    }

    void isStopped()
    {
        const StopFlag stop = std::make_shared<std::atomic_bool>(false);
        TarReader in(m_whole, {.stop = stop});
        QVERIFY(in.next().ok());
        *stop = true;
        QVERIFY(in.more().cancelled());
        QVERIFY(in.bytes(1).cancelled());
        QVERIFY(in.next().cancelled());
    }

    void compressedOnlyWhereThatIsExpected()
    {
        QProcess gzip;
        gzip.setStandardOutputFile(path("small.tar.gz"));
        gzip.start(QStringLiteral("gzip"), {QStringLiteral("-c"), m_whole});
        QVERIFY(gzip.waitForFinished() && gzip.exitCode() == 0);
        TarReader plain(path("small.tar.gz"));
        QVERIFY(plain.next().failed());
        TarReader any(path("small.tar.gz"), {.compressed = true});
        QCOMPARE(namesIn(any), (QByteArrayList{"a", "b", "c"}));
    }

    /// A damaged layer must not say that a file was never in it.
    void aTornLayerAnswersNothing()
    {
        QCOMPARE(askLayer(m_whole, "/c", 10)->bytes, QByteArray("last"));
        QVERIFY(askLayer(m_torn, "/c", 10).failed());
        QVERIFY(askLayer(m_torn, "/b", m_large.size()).failed());
        QCOMPARE(askLayerForAll(m_whole, {"/c"}, 10)->texts, (QMap<QByteArray, QByteArray>{{"/c", "last"}}));
        QVERIFY(askLayerForAll(m_torn, {"/c"}, 10).failed());
        QVERIFY(askLayerForAll(m_torn, {"/b"}, m_large.size()).failed());
    }
};

QTEST_GUILESS_MAIN(TestTarReader)
#include "tst_tar_reader.moc"
