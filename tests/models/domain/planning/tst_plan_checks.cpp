// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_world.h"

#include <QTest>

using namespace snowmelt;

/// What a plan says before the start about the balancer and about the room for green, by value.
class PlanChecksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBalancer_data();
    void theBalancer();
    void theRoom_data();
    void theRoom();
    void anOpenDeploymentBlocks();
    void aRebirthLooksAtThoseThatStay();
    void aMistypedSizeIsSaid();
};

namespace {

using Change = void (*)(PlanInput&);

constexpr qint64 mebibyte = 1024 * 1024;

/// All that can be looked at, and all is well.
PlanInput wellInput()
{
    PlanInput input = PlanWorld().input();
    BalancerTruth truth;
    truth.known = true;
    for (int n = 1; n <= 3; ++n)
        truth.runtime.insert(u'a' + QString::number(n), u"10.0.0.%1:8080"_qs.arg(n));
    truth.config = truth.runtime;
    truth.listen = 8080;
    truth.healthPath = u"/healthz"_qs;
    input.truth = truth;
    input.headroom = Headroom{1000 * mebibyte, 1000 * mebibyte, 100 * mebibyte};
    input.imageThere = true;
    input.addressesFree = 200;
    return input;
}

/// The lines that are not "pass", and those that pass of these codes.
QString told(const Result<Plan>& plan, const QStringList& codes)
{
    static const QStringList verdicts{u"pass"_qs, u"warn"_qs, u"block"_qs};
    QStringList lines;
    for (const PlanCheck& check : plan->checks) {
        if (check.verdict != Verdict::Pass || codes.contains(check.code))
            lines.append((QStringList{verdicts[int(check.verdict)], check.code} + check.args).join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace

void PlanChecksTest::theBalancer_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Change change, const char* expected) {
        QTest::newRow(name) << change << QString::fromUtf8(expected);
    };
    row(
        "agrees", [](PlanInput&) {}, "pass balancerAgrees edge");
    row(
        "with its state file", [](PlanInput& in) { in.truth->saved = in.truth->runtime; }, "pass balancerAgrees edge");
    row(
        "not looked at", [](PlanInput& in) { in.truth.reset(); }, "");
    row(
        "config serves elsewhere", [](PlanInput& in) { in.truth->config[u"a2"_qs] = u"10.0.0.9:8080"_qs; },
        "block balancerDisagrees edge a2 10.0.0.9:8080 10.0.0.2:8080");
    row(
        "config serves more", [](PlanInput& in) { in.truth->config[u"b1"_qs] = u"10.0.0.9:8080"_qs; },
        "block balancerDisagrees edge b1 10.0.0.9:8080 ");
    row(
        "config serves less", [](PlanInput& in) { in.truth->config.remove(u"a1"_qs); },
        "block balancerDisagrees edge a1  10.0.0.1:8080");
    row(
        "two slots",
        [](PlanInput& in) {
            in.truth->config = {{u"a1"_qs, u"10.0.0.1:8080"_qs}};
        },
        "block balancerDisagrees edge a2  10.0.0.2:8080\nblock balancerDisagrees edge a3  10.0.0.3:8080");
    row(
        "an old state file",
        [](PlanInput& in) {
            in.truth->saved = ServingSlots{{u"b1"_qs, u"10.0.0.7:8080"_qs}};
        },
        "block stateFileDisagrees edge a1  10.0.0.1:8080\nblock stateFileDisagrees edge a2  10.0.0.2:8080\n"
        "block stateFileDisagrees edge a3  10.0.0.3:8080\nblock stateFileDisagrees edge b1 10.0.0.7:8080 ");
    row(
        "a state file that agrees",
        [](PlanInput& in) {
            in.truth->saved = in.truth->runtime;
            in.truth->stateFile = u"/var/lib/state"_qs;
        },
        "pass balancerAgrees edge\nwarn stateFileNamed edge /var/lib/state");
    row(
        "a hand's lines",
        [](PlanInput& in) {
            in.truth->edits = {{12, u"timeout server 7m"_qs}, {0, u"timeout tunnel 1h"_qs}};
        },
        "pass balancerAgrees edge\nwarn configEdited edge 12 timeout server 7m\nwarn configLineGone edge timeout "
        "tunnel 1h");
    row(
        "unread",
        [](PlanInput& in) {
            in.truth->known = false;
            in.truth->unread = u"No such file"_qs;
        },
        "block balancerUnread edge No such file");
    row(
        "another port", [](PlanInput& in) { in.truth->listen = 80; },
        "pass balancerAgrees edge\nwarn blueprintDisagrees edge listen 8080 80");
    row(
        "another health path", [](PlanInput& in) { in.truth->healthPath = u"/"_qs; },
        "pass balancerAgrees edge\nwarn blueprintDisagrees edge health /healthz /");
    row(
        "too old", [](PlanInput& in) { in.fleet.balancers[0].version = u"2.4.22"_qs; },
        "block balancerTooOld edge 2.4.22 2.6\npass balancerAgrees edge");
    row(
        "newer", [](PlanInput& in) { in.fleet.balancers[0].version = u"2.10.1"_qs; }, "pass balancerAgrees edge");
    row(
        "no admin",
        [](PlanInput& in) {
            in.truth->lacking = {u"set server"_qs, u"show sess"_qs};
        },
        "block balancerLacks edge set server, show sess");
    row(
        "silent", [](PlanInput& in) { in.fleet.balancers[0].version.clear(); }, "block balancerAnswers edge ");
}

void PlanChecksTest::theBalancer()
{
    QFETCH(Change, change);
    QFETCH(QString, expected);
    PlanInput input = wellInput();
    change(input);
    const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(plan.ok());
    QCOMPARE(told(plan, {u"balancerAgrees"_qs}), expected);
    QCOMPARE(plan->blocked(), expected.contains(u"block"_qs));
}

void PlanChecksTest::theRoom_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Change change, const char* expected) {
        QTest::newRow(name) << change << QString::fromUtf8(expected);
    };
    const char* const fine = "pass addressesFree 200 3\npass memoryFree 1000 300\npass diskFree 1000 96";
    row(
        "plenty", [](PlanInput&) {}, fine);
    row(
        "not looked at", [](PlanInput& in) { in.headroom.reset(); }, "pass addressesFree 200 3");
    row(
        "addresses not known", [](PlanInput& in) { in.addressesFree = -1; },
        "pass memoryFree 1000 300\npass diskFree 1000 96");
    row(
        "just enough addresses", [](PlanInput& in) { in.addressesFree = 3; },
        "pass addressesFree 3 3\npass memoryFree 1000 300\npass diskFree 1000 96");
    row(
        "too few addresses", [](PlanInput& in) { in.addressesFree = 2; },
        "block addressesFree 2 3\npass memoryFree 1000 300\npass diskFree 1000 96");
    row(
        "a port is taken", [](PlanInput& in) { in.portsTaken = {u"127.77.4.14:22"_qs}; },
        "pass addressesFree 200 3\nblock portTaken 127.77.4.14:22\npass memoryFree 1000 300\npass diskFree 1000 96");
    row(
        "memory is short", [](PlanInput& in) { in.headroom->memory = 299 * mebibyte; },
        "pass addressesFree 200 3\nblock memoryFree 299 300\npass diskFree 1000 96");
    row(
        "nobody says what a node uses", [](PlanInput& in) { in.headroom->nodeMemory = -1; },
        "pass addressesFree 200 3\npass memoryFree 1000 192\npass diskFree 1000 96");
    row(
        "the disk is full", [](PlanInput& in) { in.headroom->disk = 0; },
        "pass addressesFree 200 3\npass memoryFree 1000 300\nblock diskFree 0 96");
    row(
        "the image is to be brought",
        [](PlanInput& in) {
            in.imageThere = false;
            in.image.size = 500 * mebibyte;
        },
        "pass addressesFree 200 3\npass memoryFree 1000 300\nblock diskFree 1000 1096");
    row(
        "memory not seen", [](PlanInput& in) { in.headroom->memory = -1; },
        "pass addressesFree 200 3\npass diskFree 1000 96\nwarn headroomUnknown");
    row(
        "nothing seen", [](PlanInput& in) { in.headroom = Headroom(); },
        "pass addressesFree 200 3\nwarn headroomUnknown");
}

void PlanChecksTest::theRoom()
{
    QFETCH(Change, change);
    QFETCH(QString, expected);
    PlanInput input = wellInput();
    change(input);
    const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QCOMPARE(told(plan, {u"addressesFree"_qs, u"memoryFree"_qs, u"diskFree"_qs}), expected);
}

void PlanChecksTest::anOpenDeploymentBlocks()
{
    PlanInput input = wellInput();
    input.openDeployment = u"web → shop@1.0.5"_qs;
    const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(plan->blocked());
    QCOMPARE(plan->checks.first(),
             (PlanCheck{u"openDeployment"_qs, Verdict::Block, {u"web"_qs, u"web → shop@1.0.5"_qs}}));
}

void PlanChecksTest::aRebirthLooksAtThoseThatStay()
{
    PlanInput input = wellInput();
    input.fleet.groups[0].nodes[1].health = Health::Down;
    QCOMPARE(told(planRebirth(input, u"web-2"_qs), {u"healthyNow"_qs}), u"pass healthyNow 2 2"_qs);
    QCOMPARE(told(planRebirth(input, u"web-1"_qs), {u"healthyNow"_qs}), u"warn healthyNow 1 2"_qs);
    PlanWorld alone;
    alone.size = 1;
    QCOMPARE(told(planRebirth(alone.input(), u"web-1"_qs), {u"healthyNow"_qs}), u"warn groupSizeOne web"_qs);
}

void PlanChecksTest::aMistypedSizeIsSaid()
{
    const auto warned = [](int size) {
        PlanInput input = PlanWorld().input();
        input.blueprint.groups[0].size = size;
        const Result<Plan> plan = planSwap(input, u"web"_qs, PlanWorld::newImage(), 0);
        return plan->checks.contains(
            PlanCheck{u"manyMachines"_qs, Verdict::Warn, {QString::number(size), QString::number(3)}});
    };
    QVERIFY(!warned(4));
    QVERIFY(!warned(102));
    QVERIFY(warned(103)); // a hundred more than there are
    QVERIFY(warned(30'000));
    PlanWorld large; // as many as there are is no mistake
    large.size = 150;
    const Result<Plan> plan = planSwap(large.input(), u"web"_qs, PlanWorld::newImage(), 0);
    QVERIFY(!told(plan, {}).contains(u"manyMachines"_qs));
}

QTEST_GUILESS_MAIN(PlanChecksTest)
#include "tst_plan_checks.moc"
