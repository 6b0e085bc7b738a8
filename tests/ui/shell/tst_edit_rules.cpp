// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/editing/blueprint_editor.h"
#include "tests/models/document/sample_events.h"
#include "ui/shell/editing/blueprint_file.h"
#include "ui/shell/editing/connect_by_hand.h"
#include "ui/shell/editing/edit_availability.h"
#include "ui/shell/editing/edit_words.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const QString web = QStringLiteral("web");
const QString edge = QStringLiteral("edge");
const QString orders = QStringLiteral("orders");

const QByteArray text = "snowmelt: 1\nname: shop\nplatform: {kind: podman}\n"
                        "images:\n  shop: {versions: {1: recipes/shop.yaml}}\n"
                        "balancers:\n  edge: {driver: haproxy, image: shop@1, listen: 80, serves: [web]}\n"
                        "groups:\n  web: {image: shop@1, size: 3, port: 8080, uses: [orders]}\n"
                        "databases:\n  orders: {engine: postgresql, image: shop@1}\n";

Blueprint shop()
{
    return parseBlueprint(text, QStringLiteral("/fleets/shop.yaml")).value;
}

QString meaning(const Edit& edit, const FleetState& fleet)
{
    const Edited outcome = edited(text, QStringLiteral("/fleets/shop.yaml"), edit);
    return outcome.ok() ? consequence(edit, shop(), outcome.blueprint, fleet) : QStringLiteral("refused");
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString& path)
{
    return readBlueprintFile(path).value_or(QByteArray());
}

} // namespace

/// Which edits are possible, what they are said to mean, and how they reach the disk.
class TestEditRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsImpossibleSaysWhy();
    void machinesThatExistAreNamedInTheText();
    void theSituationFollowsTheSelection();
    void whatAnEditMeansForAFleetThatIsUp();
    void whatNoPlatformMakesIsSaid();
    void whatAConnectionMeansIsSaid();
    void aFileIsWrittenWhereItIsAsExpected();
    void whatSomebodyElseWroteStays();
    void aPlaceThatCannotBeWrittenSaysSo();
};

void TestEditRules::machinesThatExistAreNamedInTheText()
{
    EditSituation now;
    now.open = now.hasImages = now.given = true;
    now.part = web;
    now.kind = PartKind::Group;
    for (const EditAct act : {EditAct::AddGroup, EditAct::AddBalancer, EditAct::AddDatabase, EditAct::AddCache,
                              EditAct::Resize, EditAct::SetImage})
        QVERIFY(whyNotEdit(act, now).contains(QStringLiteral("hosts")));
    for (const EditAct act : {EditAct::Rename, EditAct::Remove})
        QVERIFY(whyNotEdit(act, now).isEmpty());
    const QByteArray farm = "snowmelt: 1\nname: farm\nplatform: {kind: ssh}\n"
                            "balancers: {edge: {driver: haproxy, hosts: [lb1], listen: 80, serves: [web]}}\n"
                            "groups: {web: {hosts: [\"w[1-3]\"], port: 80}, api: {hosts: [a1], port: 80}}\n";
    const QString path = QStringLiteral("/fleets/farm.yaml");
    const Edited renamed = edited(farm, path, Rename{web, QStringLiteral("front")});
    QVERIFY(renamed.ok());
    QCOMPARE(renamed.blueprint.findGroup(QStringLiteral("front"))->hosts.size(), 3);
    QVERIFY(edited(farm, path, Connect{Tie::Serves, edge, QStringLiteral("api")}).ok());
    QVERIFY(edited(farm, path, Delete{QStringLiteral("api")}).ok());
    QVERIFY(!edited(farm, path, Resize{web, 4}).ok());
    QVERIFY(!edited(farm, path, SetImage{web, {QStringLiteral("shop"), QStringLiteral("1")}}).ok());
}

void TestEditRules::whatIsImpossibleSaysWhy()
{
    EditSituation now;
    for (int act = 0; act <= int(EditAct::Save); ++act)
        QVERIFY(!whyNotEdit(EditAct(act), now).isEmpty());
    now.open = true;
    QVERIFY(!whyNotEdit(EditAct::AddGroup, now).isEmpty());
    now.hasImages = true;
    QVERIFY(whyNotEdit(EditAct::AddGroup, now).isEmpty());
    QVERIFY(!whyNotEdit(EditAct::Resize, now).isEmpty());
    now.part = web;
    now.kind = PartKind::Group;
    for (const EditAct act : {EditAct::Resize, EditAct::Rename, EditAct::Remove, EditAct::SetImage})
        QVERIFY(whyNotEdit(act, now).isEmpty());
    QVERIFY(whyNotEdit(EditAct::Connect, now).contains(web));
    QVERIFY(whyNotEdit(EditAct::Disconnect, now).contains(web));
    now.nodeSelected = true;
    QVERIFY(whyNotEdit(EditAct::Resize, now).isEmpty());
    QVERIFY(whyNotEdit(EditAct::Remove, now).contains(QStringLiteral("resize web")));
    now.kind = PartKind::Database;
    QVERIFY(!whyNotEdit(EditAct::Resize, now).isEmpty());
    QVERIFY(!whyNotEdit(EditAct::Undo, now).isEmpty());
    QVERIFY(!whyNotEdit(EditAct::Save, now).isEmpty());
    now.canUndo = now.modified = true;
    QVERIFY(whyNotEdit(EditAct::Undo, now).isEmpty());
    QVERIFY(whyNotEdit(EditAct::Save, now).isEmpty());
}

void TestEditRules::theSituationFollowsTheSelection()
{
    FleetDocument document;
    BlueprintEditor editor;
    QVERIFY(!editSituation(document, editor).open);
    document.open(shop());
    editor.open(text, shop());
    document.apply({QStringLiteral("w"), sample::at(0), Started{QStringLiteral("watch"), QStringLiteral("shop"), {}}});
    document.apply({QStringLiteral("w"), sample::at(0), FleetObserved{sample::fleet()}});
    QCOMPARE(editSituation(document, editor).kind, PartKind::None);
    document.setSelection(QStringLiteral("web-2"));
    EditSituation now = editSituation(document, editor);
    QVERIFY(now.nodeSelected && now.kind == PartKind::Group && now.part == web);
    QVERIFY(!now.canConnect && now.isTied);
    document.setSelection(edge);
    now = editSituation(document, editor);
    QVERIFY(!now.nodeSelected && now.kind == PartKind::Balancer && !now.canUndo && !now.modified);
    QVERIFY(!editor.edit(Resize{web, 4}));
    now = editSituation(document, editor);
    QVERIFY(now.canUndo && now.modified && !now.canRedo);
}

void TestEditRules::whatAnEditMeansForAFleetThatIsUp()
{
    const FleetState up = sample::fleet();
    QVERIFY(up.isUp());
    QVERIFY(meaning(Resize{web, 5}, up).contains(QStringLiteral("refuses a larger size")));
    QVERIFY(meaning(Resize{web, 2}, up).contains(QStringLiteral("No node ends by this")));
    QVERIFY(meaning(Rename{web, QStringLiteral("front")}, up).contains(QStringLiteral("keeps the name web")));
    QVERIFY(meaning(Delete{web}, up).contains(QStringLiteral("goes on until")));
    for (const Edit& edit : {Edit(Resize{web, 5}), Edit(Delete{web}), Edit(Rename{web, QStringLiteral("front")})}) {
        QVERIFY(meaning(edit, up).startsWith(QStringLiteral("Only the blueprint changes; nothing that runs")));
        QCOMPARE(meaning(edit, FleetState()), QStringLiteral("Only the blueprint changes. The fleet is not up."));
    }
}

void TestEditRules::whatNoPlatformMakesIsSaid()
{
    const ImageRef image{QStringLiteral("shop"), QStringLiteral("1")};
    const Cache cache{QStringLiteral("sessions"), QStringLiteral("redis"), image, 0, {}};
    QVERIFY(meaning(AddCache{cache}, {}).contains(QStringLiteral("caches.sessions: diagrams show it")));
    QVERIFY(!meaning(Resize{web, 4}, {}).contains(QStringLiteral("diagrams show it")));
}

void TestEditRules::whatAConnectionMeansIsSaid()
{
    const QString jobs = QStringLiteral("jobs");
    const QString inner = QStringLiteral("inner");
    const Connect serves{Tie::Serves, edge, jobs};
    QCOMPARE(meaningOf({jobs, {serves}}, shop(), {}),
             QStringLiteral("edge serves jobs\nOnly the blueprint changes. The fleet is not up. balancers.edge.serves: "
                            "jobs: diagrams show it, no platform makes it yet, and “up” refuses the blueprint."));
    QVERIFY(meaningOf({jobs, {serves}}, shop(), sample::fleet()).contains(QStringLiteral("does not know")));
    // Which of several it is to be is asked when it is dropped.
    QCOMPARE(meaningOf({inner, {{Tie::Serves, edge, inner}, {Tie::Pairs, edge, inner}}}, shop(), {}),
             QStringLiteral("edge serves inner\nedge stands in for inner, and inner for it"));
    const auto refused = [](const EditRefusal& refusal) {
        return meaningOf({refusal.args.last(), {}, refusal}, shop(), {});
    };
    QCOMPARE(refused({EditRefusal::Why::Circle, {inner, edge}}),
             QStringLiteral("edge leads to inner already: connected so, they would go round in a circle."));
    QCOMPARE(refused({EditRefusal::Why::Paired, {edge, inner}}),
             QStringLiteral("edge and inner stand in for one another already."));
    QCOMPARE(
        refused({EditRefusal::Why::NotPossible, {orders, web}}),
        QStringLiteral("orders and web do not belong together so: a balancer serves groups, caches and balancers; a "
                       "group uses databases and caches; a database follows a database."));
}

void TestEditRules::aFileIsWrittenWhereItIsAsExpected()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QVERIFY(write(path, "one"));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    QCOMPARE(writeBlueprintFile(path, QByteArray("one"), "two").kind, WriteOutcome::Kind::Written);
    QCOMPARE(read(path), QByteArray("two"));
    QVERIFY(!(QFile::permissions(path) & QFile::ReadOther));
    QVERIFY(QFile::permissions(path) & QFile::ReadGroup);
    QVERIFY(QFile::remove(path));
    QCOMPARE(writeBlueprintFile(path, std::nullopt, "three").kind, WriteOutcome::Kind::Written);
    QCOMPARE(read(path), QByteArray("three"));
}

void TestEditRules::whatSomebodyElseWroteStays()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QVERIFY(write(path, "theirs"));
    const WriteOutcome changed = writeBlueprintFile(path, QByteArray("one"), "two");
    QCOMPARE(changed.kind, WriteOutcome::Kind::ChangedMeanwhile);
    QCOMPARE(*changed.theirs, QByteArray("theirs"));
    QCOMPARE(read(path), QByteArray("theirs"));
    QCOMPARE(writeBlueprintFile(path, std::nullopt, "two").kind, WriteOutcome::Kind::ChangedMeanwhile);
    QVERIFY(QFile::remove(path));
    const WriteOutcome gone = writeBlueprintFile(path, QByteArray("one"), "two");
    QCOMPARE(gone.kind, WriteOutcome::Kind::ChangedMeanwhile);
    QVERIFY(!gone.theirs);
    QVERIFY(!QFile::exists(path));
}

void TestEditRules::aPlaceThatCannotBeWrittenSaysSo()
{
    const WriteOutcome outcome = writeBlueprintFile(QStringLiteral("/nowhere/at/all/shop.yaml"), std::nullopt, "two");
    QCOMPARE(outcome.kind, WriteOutcome::Kind::Failed);
    QVERIFY(!outcome.reason.isEmpty());
    QString reason;
    QVERIFY(!readBlueprintFile(QStringLiteral("/nowhere/shop.yaml"), &reason));
    QVERIFY(!reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestEditRules)
#include "tst_edit_rules.moc"
