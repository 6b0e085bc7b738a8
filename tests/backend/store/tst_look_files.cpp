// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/store/drift_home.h"
#include "tests/backend/store/mounted_folder.h"

#include <QFile>
#include <QRandomGenerator>

using namespace snowmelt;
using namespace snowmelt::sample;

class LookFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_home = std::make_unique<DriftHome>(); }
    void aLookComesBackAsItWas();
    void whatWasChangedOnDiskIsNotRead();
    void looksAreForTheirOwnerAlone();
    void theSaltStays();
    void whatNoLookNeedsIsSwept();
    void whatWasForgottenGoesAtOnce();
    void aDiskThatIsFullIsSaidSo();
    void theSaltIsReadWhereNothingMayBeWritten();

private:
    std::unique_ptr<DriftHome> m_home;
};

void LookFilesTest::aLookComesBackAsItWas()
{
    const auto store = m_home->open();
    const LookRecord kept = m_home->look(1, u"a"_qs);
    QVERIFY(store->noteLook(u"shop"_qs, kept).ok());
    const auto found = store->looksBefore(u"shop"_qs, u"web-1"_qs, dayAt(2));
    QCOMPARE(*found, QList<LookRecord>{kept});
    FactSheet sheet = LookFiles(m_home->path()).read(found->first());
    QCOMPARE(sheet.tables[DriftSection::Files]["/etc/motd"].fields.value(u"content"_qs), u"a"_qs);
    QCOMPARE(sheet.unseen.size(), 1);
    QCOMPARE(sheet.seenAt, dayAt(1));
}

void LookFilesTest::whatWasChangedOnDiskIsNotRead()
{
    const LookRecord kept = m_home->look(1, u"a"_qs);
    const QString digest = QString::fromLatin1(kept.parts.value(DriftSection::Files).digest);
    QFile file(m_home->filePath(u"looks/"_qs + digest.left(2) + u'/' + digest));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(6) && file.putChar('?'));
    file.close();
    const FactSheet read = LookFiles(m_home->path()).read(kept);
    QVERIFY(!read.saw(DriftSection::Files));
    QVERIFY(read.saw(DriftSection::Packages));
}

void LookFilesTest::looksAreForTheirOwnerAlone()
{
    m_home->look(1, u"a"_qs);
    QVERIFY(LookFiles(m_home->path()).salt().ok());
    m_home->open();
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QDirIterator all(m_home->filePath(u"looks"_qs), QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (!path.endsWith(u".lock"))
            QVERIFY2((QFile::permissions(path) & others) == 0, qPrintable(path));
    }
    QVERIFY((QFile::permissions(m_home->filePath(u"drift.sqlite"_qs)) & others) == 0);
}

void LookFilesTest::theSaltStays()
{
    const Result<QByteArray> salt = LookFiles(m_home->path()).salt();
    QCOMPARE(salt->size(), 32);
    QCOMPARE(*LookFiles(m_home->path()).salt(), *salt);
    const QTemporaryDir other;
    QVERIFY(*LookFiles(other.path()).salt() != *salt);
}

void LookFilesTest::whatNoLookNeedsIsSwept()
{
    m_home->look(1, u"a"_qs);
    QCOMPARE(m_home->lookFiles(), 2);
    const LookFiles files(m_home->path());
    files.sweep({});
    QCOMPARE(m_home->lookFiles(), 2); // young: of a look that is being kept
    QDirIterator all(m_home->filePath(u"looks"_qs), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFile::FileModificationTime));
    }
    const LookRecord again = m_home->look(2, u"a"_qs); // young again
    files.sweep({});
    QCOMPARE(m_home->lookFiles(), 2);
    QVERIFY(files.read(again).saw(DriftSection::Files));
}

void LookFilesTest::whatWasForgottenGoesAtOnce()
{
    const LookRecord old = m_home->look(1, u"a"_qs);
    const LookRecord young = m_home->look(2, u"b"_qs);
    const LookFiles files(m_home->path());
    const QByteArray shared = old.parts.value(DriftSection::Packages).digest;
    const QByteArray gone = old.parts.value(DriftSection::Files).digest;
    files.sweep({shared}, {shared, gone});
    QVERIFY(!files.isWhole(old));
    QVERIFY(files.isWhole(young)); // of a look that is being kept
}

void LookFilesTest::aDiskThatIsFullIsSaidSo()
{
    const MountedFolder little = MountedFolder::little(m_home->path());
    if (!little.ok())
        QSKIP("it takes root to mount a small disk");
    FactSheet sheet = sheetOn(1, u"a"_qs);
    for (int i = 0; i < 100'000; ++i)
        sheet.tables[DriftSection::Files][QByteArray::number(QRandomGenerator::global()->generate64())];
    const Result<LookRecord> kept = LookFiles(m_home->path()).keep(sheet);
    QVERIFY(kept.failed());
    QCOMPARE(kept.error().code, ErrorCode::DiskFull);
    QCOMPARE(kept.error().detail, qt_error_string(ENOSPC));
}

void LookFilesTest::theSaltIsReadWhereNothingMayBeWritten()
{
    const Result<QByteArray> salt = LookFiles(m_home->path()).salt();
    const MountedFolder folder = MountedFolder::readOnly(m_home->path());
    if (!folder.ok())
        QSKIP("it takes root to mount it read-only");
    QCOMPARE(*LookFiles(m_home->path()).salt(), *salt);
}

QTEST_GUILESS_MAIN(LookFilesTest)
#include "tst_look_files.moc"
