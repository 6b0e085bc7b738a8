// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_check.h"
#include "backend/image/store_pruning.h"
#include "backend/image/work_folder.h"
#include "tests/backend/image/sample_store.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <set>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace snowmelt;

namespace {

StopFlag unstopped()
{
    return std::make_shared<std::atomic_bool>(false);
}

/// What is wrong with the store beyond blobs that nothing names, and how many of those there are.
struct Standing
{
    QStringList damage;
    int unnamed = 0;
};

Standing standingOf(const QString& folder)
{
    QList<BlobLook> looks;
    const QStringList blobs = filesOfStore(folder).value().blobs;
    for (const QString& hex : blobs)
        looks.append(lookAtBlob(folder, hex, unstopped()).value());
    Standing standing;
    const StoreCheck check = judgeStore(folder, looks, unstopped()).value();
    for (const StoreDamage& one : check.damage) {
        if (one.fault == StoreFault::Unnamed)
            ++standing.unnamed;
        else
            standing.damage.append(one.blob + u' ' + one.images.join(u','));
    }
    return standing;
}

QSet<QString> digestsOf(const QString& folder)
{
    QSet<QString> digests;
    const QList<StoredImage> index = readIndex(folder).value();
    for (const StoredImage& image : index)
        digests.insert(image.record.digest.hex());
    return digests;
}

bool changesFiles(quint64 call)
{
    static const std::set<quint64> calls{
#ifdef SYS_rename
        SYS_rename,   SYS_unlink,
#endif
        SYS_renameat, SYS_renameat2, SYS_unlinkat, SYS_fsync, SYS_write, SYS_flock};
    return calls.contains(call);
}

/// Runs `work` in a process of its own and kills it before its `nth` call that changes a file; false: it ended first.
bool killedAt(int nth, const std::function<void()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::raise(SIGSTOP);
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    for (int seen = 0;;) {
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status) || WIFSIGNALED(status))
            return false;
        __ptrace_syscall_info info = {};
        ::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY && changesFiles(info.entry.nr) && ++seen == nth) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return true;
        }
    }
}

} // namespace

class TestStorePruning : public QObject
{
    Q_OBJECT

private:
    /// os@1 built twice, shop@1 three times: on the old, on the new, on the new.
    void fill()
    {
        m_store = std::make_unique<SampleStore>();
        m_oldOs = m_store->tier(QStringLiteral("os@1"), {{"etc/os", "old"}});
        m_oldShop = m_store->tier(QStringLiteral("shop@1"), {{"srv/shop", "1"}}, &m_oldOs);
        m_store->commit({m_oldOs, m_oldShop});
        m_os = m_store->tier(QStringLiteral("os@1"), {{"etc/os", "new"}});
        m_shop = m_store->tier(QStringLiteral("shop@1"), {{"srv/shop", "2"}}, &m_os);
        m_store->commit({m_os, m_shop});
        m_lastShop = m_store->tier(QStringLiteral("shop@1"), {{"srv/shop", "3"}}, &m_os);
        m_store->commit({m_lastShop});
    }

    Result<PrunedStore> prune(const ImageNeeds& needs, bool remove) const
    {
        return pruneStore(m_store->home(), needs, remove, unstopped());
    }

    QSet<QString> left() const { return digestsOf(m_store->folder()); }
    static QSet<QString> hexOf(const QList<BuiltTier>& tiers)
    {
        QSet<QString> all;
        for (const BuiltTier& tier : tiers)
            all.insert(tier.record.digest.hex());
        return all;
    }

private Q_SLOTS:
    void init() { fill(); }

    void lookingChangesNothing()
    {
        const QStringList before = m_store->files();
        const PrunedStore looked = prune({}, false).value();
        QCOMPARE(looked.pruning.gone.size(), 3);
        QCOMPARE(looked.pruning.removed, false);
        QCOMPARE(m_store->files(), before);
        const PrunedStore removed = prune({}, true).value();
        QCOMPARE(removed.pruning.gone, looked.pruning.gone);
        QCOMPARE(removed.pruning.blobs, looked.pruning.blobs);
        QCOMPARE(removed.pruning.bytes, looked.pruning.bytes);
        QCOMPARE(removed.pruning.removed, true);
        QCOMPARE(before.size() - m_store->files().size(), removed.pruning.blobs);
    }

    void whatIsSharedStays()
    {
        ImageNeeds needs;
        needs.nodes.insert(m_oldShop.record.digest, QStringLiteral("web-1"));
        QVERIFY(prune(needs, true).ok());
        QCOMPARE(left(), hexOf({m_oldOs, m_oldShop, m_os, m_lastShop}));
        QCOMPARE(standingOf(m_store->folder()).damage, QStringList());
        QCOMPARE(standingOf(m_store->folder()).unnamed, 0);
    }

    void nothingIsAStoreToo()
    {
        QTemporaryDir empty;
        const PrunedStore pruned = pruneStore(empty.path(), {}, true, unstopped()).value();
        QVERIFY(pruned.pruning.gone.isEmpty() && pruned.pruning.kept.isEmpty());
        QVERIFY(!QFile::exists(empty.filePath(QStringLiteral("images"))));
    }

    void leftoversOfCrashesGoOthersFilesStay()
    {
        ImageNeeds needs;
        needs.keep = 9;
        const QStringList before = m_store->files();
        m_store->write(m_store->path(u"blobs/sha256/" + Digest::ofBytes("left").hex()), "left");
        m_store->write(m_store->path(QStringLiteral("blobs/sha256/.new-1")), "half");
        m_store->write(m_store->path(QStringLiteral(".new-2")), "half");
        m_store->write(m_store->path(QStringLiteral("notes.txt")), "a person's");
        const PrunedStore pruned = prune(needs, true).value();
        QCOMPARE(pruned.pruning.blobs, 3);
        QStringList after = m_store->files();
        QVERIFY(after.removeOne(QStringLiteral("notes.txt")));
        QCOMPARE(after, before);
    }

    /// A build that runs may rest on what another build has replaced meanwhile.
    void runningBuildKeepsWhatItMayRestOn()
    {
        const WorkFolder work = WorkFolder::make(m_store->home()).take();
        QVERIFY(prune({}, true).ok());
        QCOMPARE(left(), hexOf({m_oldOs, m_os, m_lastShop}));
    }

    void damageStopsItBeforeAnythingIsTouched()
    {
        const QString index = m_store->path(QStringLiteral("index.json"));
        const QByteArray whole = m_store->read(index);
        const QStringList before = m_store->files();
        m_store->write(index, QByteArray(whole).replace("\"key 1\"", "\"key 7\""));
        QCOMPARE(prune({}, true).error().code, ErrorCode::StoreUnusable);
        QVERIFY(QFile::remove(index));
        QCOMPARE(prune({}, true).error().code, ErrorCode::StoreUnusable);
        m_store->write(index, whole);
        const QString manifest = m_store->path(u"blobs/sha256/" + Digest::ofBytes(oci::render(m_shop.manifest)).hex());
        m_store->write(manifest, "{}");
        QCOMPARE(prune({}, true).error().code, ErrorCode::ImageCorrupt);
        QCOMPARE(m_store->files(), before);
    }

    void stopsBeforeItRemoves()
    {
        const QStringList before = m_store->files();
        const auto stopped = std::make_shared<std::atomic_bool>(true);
        QVERIFY(pruneStore(m_store->home(), {}, true, stopped).cancelled());
        QCOMPARE(m_store->files(), before);
    }

    /// Killed before whichever of its acts: the store is whole, and the next one brings it to where this one would
    /// have.
    void killedAnywhereTheStoreIsWhole()
    {
        (void)prune({}, true);
        const QSet<QString> wanted = hexOf({m_os, m_lastShop});
        QCOMPARE(left(), wanted);
        int kills = 0;
        for (bool killed = true; killed; kills += killed ? 1 : 0) {
            fill();
            killed = killedAt(kills + 1, [this] { (void)prune({}, true); });
            const Standing standing = standingOf(m_store->folder());
            QVERIFY2(standing.damage.isEmpty(), qPrintable(standing.damage.join(u'\n')));
            QVERIFY(left().contains(hexOf({m_os, m_lastShop})));
            QVERIFY(prune({}, true).ok());
            QCOMPARE(left().size(), wanted.size());
            QCOMPARE(standingOf(m_store->folder()).unnamed, 0);
        }
        QVERIFY2(kills >= 10, qPrintable(QString::number(kills))); // the lock, the index, every blob
    }

    /// Killed before whichever act of a store's very first commit: nothing is missing, and the next one is as good.
    void firstCommitKilledAnywhereLeavesAWholeStore()
    {
        int kills = 0;
        for (bool killed = true; killed; kills += killed ? 1 : 0) {
            m_store = std::make_unique<SampleStore>();
            const BuiltTier os = m_store->tier(QStringLiteral("os@1"), {{"etc/os", "the system"}});
            killed = killedAt(kills + 1, [&] { (void)commitTiers(m_store->folder(), {os}); });
            const Standing standing = standingOf(m_store->folder());
            QVERIFY2(standing.damage.isEmpty(), qPrintable(standing.damage.join(u'\n')));
            m_store->commit({m_store->tier(QStringLiteral("os@2"), {{"etc/os", "the system"}})});
            QVERIFY(standingOf(m_store->folder()).damage.isEmpty());
            QVERIFY(prune({}, true).ok());
            QCOMPARE(standingOf(m_store->folder()).unnamed, 0);
        }
        QVERIFY2(kills >= 10, qPrintable(QString::number(kills)));
    }

    /// Random stores and needs: nothing that is needed ever goes, and nothing else stays.
    void exactlyWhatIsNeededStays()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        for (int round = 0; round < 25; ++round) {
            m_store = std::make_unique<SampleStore>();
            QList<BuiltTier> tiers;
            QMap<QString, QString> parentOf; // of builds, by digest
            const int count = dice.bounded(2, 14);
            for (int i = 0; i < count; ++i) {
                const bool isBase = tiers.isEmpty() || dice.bounded(3) == 0;
                const BuiltTier below = isBase ? BuiltTier() : tiers[dice.bounded(static_cast<int>(tiers.size()))];
                const BuiltTier* parent = isBase ? nullptr : &below;
                const QString level = QString::number(parent ? parent->manifest.layers.size() : 0);
                const QString ref = QStringLiteral("tier%1-%2@%3").arg(level).arg(dice.bounded(2)).arg(dice.bounded(2));
                tiers.append(m_store->tier(ref, {{"file", QByteArray::number(dice.bounded(1000000))}}, parent));
                if (parent)
                    parentOf[tiers.last().record.digest.hex()] = parent->record.digest.hex();
                m_store->commit({tiers.last()});
            }
            ImageNeeds needs;
            needs.keep = dice.bounded(4);
            QMap<QString, QList<QString>> builds; // by version, latest last
            QSet<QString> needed;
            for (const BuiltTier& tier : tiers) {
                const QString hex = tier.record.digest.hex();
                builds[tier.record.ref.text()].append(hex);
                if (dice.bounded(8) == 0) {
                    needs.nodes.insert(tier.record.digest, QStringLiteral("web-1"));
                    needed.insert(hex);
                } else if (dice.bounded(8) == 0) {
                    needs.waysBack.insert(tier.record.digest, QStringLiteral("web"));
                    needed.insert(hex);
                }
            }
            for (const QList<QString>& each : builds)
                for (qsizetype i = std::max<qsizetype>(0, each.size() - std::max(1, needs.keep)); i < each.size(); ++i)
                    needed.insert(each[i]);
            for (const QString& hex : QSet<QString>(needed))
                for (QString below = parentOf.value(hex); !below.isEmpty(); below = parentOf.value(below))
                    needed.insert(below);
            QVERIFY(prune(needs, true).ok());
            QCOMPARE(left(), needed);
            const Standing standing = standingOf(m_store->folder());
            QVERIFY2(standing.damage.isEmpty(), qPrintable(standing.damage.join(u'\n')));
            QCOMPARE(standing.unnamed, 0);
        }
    }

private:
    std::unique_ptr<SampleStore> m_store;
    BuiltTier m_oldOs;
    BuiltTier m_oldShop;
    BuiltTier m_os;
    BuiltTier m_shop;
    BuiltTier m_lastShop;
};

QTEST_GUILESS_MAIN(TestStorePruning)
#include "tst_store_pruning.moc"
