// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/pruning.h"

#include "models/domain/code_names.h"

#include <QTest>

using namespace snowmelt;

namespace {

Digest digestOf(const QString& name)
{
    return Digest::ofBytes(name.toUtf8());
}

/// "shop@1 b on os@1 a": the build b of shop@1, whose layers lie on those of the build a of os@1.
class Builds
{
public:
    Builds& add(const char* ref, const char* build, const char* parent = nullptr)
    {
        StoredBuild made;
        made.image.ref = *ImageRef::parse(QString::fromLatin1(ref));
        made.image.digest = digestOf(QString::fromLatin1(build));
        made.image.builtAt = QDateTime::fromSecsSinceEpoch(1000 + m_all.size(), Qt::UTC);
        made.image.tier = parent ? Tier::Immutable : Tier::Os;
        if (parent) {
            const StoredBuild below = of(parent);
            made.image.parent = below.image.ref;
            made.layers = below.layers;
        }
        made.layers.append(digestOf(QStringLiteral("layer ") + QString::fromLatin1(build)));
        for (StoredBuild& other : m_all)
            other.newest = other.newest && other.image.ref != made.image.ref;
        made.newest = true;
        m_all.append(made);
        return *this;
    }

    StoredBuild of(const char* build) const
    {
        const auto found = std::ranges::find_if(m_all, [build](const StoredBuild& each) {
            return each.image.digest == digestOf(QString::fromLatin1(build));
        });
        if (found == m_all.cend())
            qFatal("no such build");
        return *found;
    }

    /// "a:newest b:gone", in the order of the store.
    QString after(const ImageNeeds& needs, const QStringList& names) const
    {
        const Pruning pruning = decidePruning(m_all, needs);
        QStringList told;
        for (const QString& name : names)
            told.append(name + u':' + fateOf(pruning, digestOf(name)));
        return told.join(u' ');
    }

    const QList<StoredBuild>& all() const { return m_all; }

private:
    static QString fateOf(const Pruning& pruning, const Digest& digest)
    {
        for (const KeptImage& kept : pruning.kept)
            if (kept.image.digest == digest)
                return kept.args.isEmpty() ? codeName(kept.reason)
                                           : QString(codeName(kept.reason) + u'(' + kept.args.join(u',') + u')');
        const bool gone = std::ranges::any_of(pruning.gone, [&](const ImageRecord& it) { return it.digest == digest; });
        return gone ? QStringLiteral("gone") : QStringLiteral("lost");
    }

    QList<StoredBuild> m_all;
};

} // namespace

class TestPruning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestStaysAndOldGoes()
    {
        const Builds builds = Builds().add("os@1", "a").add("os@1", "b").add("os@2", "c");
        QCOMPARE(builds.after({}, {u"a"_qs, u"b"_qs, u"c"_qs}), u"a:gone b:newest c:newest"_qs);
    }

    void lastBuildsOfEachVersionStay()
    {
        const Builds builds = Builds().add("os@1", "a").add("os@1", "b").add("os@1", "c").add("os@2", "d");
        ImageNeeds needs;
        needs.keep = 2;
        QCOMPARE(builds.after(needs, {u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs}), u"a:gone b:recent c:newest d:newest"_qs);
        needs.keep = 0;
        QCOMPARE(builds.after(needs, {u"a"_qs, u"b"_qs, u"c"_qs}), u"a:gone b:gone c:newest"_qs);
    }

    void whatIsNeededStaysWithItsReason()
    {
        const Builds builds =
            Builds().add("os@1", "a").add("os@1", "b").add("os@1", "c").add("os@1", "d").add("os@1", "e");
        ImageNeeds needs;
        needs.nodes.insert(digestOf(u"a"_qs), u"web-1"_qs);
        needs.waysBack.insert(digestOf(u"b"_qs), u"web"_qs);
        needs.chosen.insert(digestOf(u"c"_qs));
        QCOMPARE(builds.after(needs, {u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs}),
                 u"a:nodeRuns(web-1) b:wayBack(web) c:recent d:gone e:newest"_qs);
    }

    /// The version alone does not say which build of the parent: its layers do.
    void whatAKeptBuildRestsOnStays()
    {
        const Builds builds = Builds()
                                  .add("os@1", "old")
                                  .add("os@1", "used")
                                  .add("shop@1", "shop", "used")
                                  .add("os@1", "new")
                                  .add("shop@2", "gone-shop", "old")
                                  .add("shop@2", "shop2", "new");
        QCOMPARE(builds.after({}, {u"old"_qs, u"used"_qs, u"shop"_qs, u"new"_qs, u"gone-shop"_qs}),
                 u"old:gone used:parentOf(shop@1) shop:newest new:newest gone-shop:gone"_qs);
    }

    void parentsOfParentsStay()
    {
        const Builds builds = Builds()
                                  .add("os@1", "os")
                                  .add("web@1", "web", "os")
                                  .add("shop@1", "shop", "web")
                                  .add("os@1", "os2")
                                  .add("web@1", "web2", "os2");
        QCOMPARE(builds.after({}, {u"os"_qs, u"web"_qs}), u"os:parentOf(web@1) web:parentOf(shop@1)"_qs);
    }

    /// Its own reason is told, not that something rests on it, in whatever order they lie.
    void ownReasonBeforeAChilds()
    {
        const Builds builds = Builds().add("os@1", "os").add("shop@1", "shop", "os");
        QCOMPARE(builds.after({}, {u"os"_qs}), u"os:newest"_qs);
        QList<StoredBuild> reversed = builds.all();
        std::ranges::reverse(reversed);
        QCOMPARE(decidePruning(reversed, {}).kept.last().reason, KeepReason::Newest);
    }

    void runningBuildRestsOnWhatOthersCanRestOn()
    {
        const Builds builds =
            Builds().add("os@1", "a").add("shop@1", "old", "a").add("os@1", "b").add("shop@1", "s", "b");
        ImageNeeds needs;
        needs.buildRuns = true;
        QCOMPARE(builds.after(needs, {u"a"_qs, u"old"_qs}), u"a:buildRuns old:gone"_qs);
    }

    void whatCouldNotBeAskedKeepsAll()
    {
        const Builds builds = Builds().add("os@1", "a").add("os@1", "b");
        ImageNeeds needs;
        needs.notAsked = u"podman"_qs;
        QCOMPARE(builds.after(needs, {u"a"_qs, u"b"_qs}), u"a:notAsked(podman) b:newest"_qs);
    }
};

QTEST_APPLESS_MAIN(TestPruning)
#include "tst_pruning.moc"
