// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "tests/ui/diagram/many_nodes.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/mode_key.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace snowmelt;

namespace {

QDir folder()
{
    const QString wanted = qEnvironmentVariable("SNOWMELT_SCREENSHOTS");
    const QString usual = qEnvironmentVariable("SNOWMELT_SCREENSHOTS_DEFAULT");
    const QString path = !wanted.isEmpty()  ? wanted
                         : !usual.isEmpty() ? usual
                                            : QDir::temp().filePath(u"screenshots"_qs);
    QDir().mkpath(path);
    return QDir(path);
}

struct Shot
{
    Blueprint blueprint;
    FleetState fleet;
    QString selected;
    DiagramMode mode = DiagramMode::Health;
    QSize size = {956, 690};
};

Shot steady()
{
    const Blueprint blueprint = sample::shop();
    FleetState fleet = sample::up(blueprint);
    return {blueprint, fleet, {}};
}

Shot drifted()
{
    Shot scene = steady();
    scene.fleet.groups[0].nodes[0].driftCount = 0;
    scene.fleet.groups[0].nodes[0].driftHidden = 2;
    scene.fleet.groups[0].nodes[1].driftCount = 4;
    scene.fleet.groups[0].nodes[1].driftHidden = 1;
    scene.fleet.groups[0].nodes[2].driftCount = 0;
    scene.fleet.groups[0].nodes[2].driftComplete = false;
    scene.selected = u"web-2"_qs;
    return scene;
}

Shot oneDown()
{
    Shot scene = steady();
    QList<NodeState>& nodes = scene.fleet.groups[0].nodes;
    nodes[1].health = Health::Down;
    nodes[1].healthReason = u"GET /healthz: 503 database: password authentication failed"_qs;
    nodes[1].share = nodes[1].requestRate = nodes[1].sessions = 0;
    nodes[0].share = nodes[2].share = 0.5;
    nodes[2].health = Health::Degraded;
    nodes[2].healthReason = u"check L7OK after 2 failures"_qs;
    return scene;
}

Shot swapping()
{
    Shot scene;
    scene.blueprint = sample::shop();
    scene.fleet = sample::swapping(scene.blueprint);
    scene.fleet.groups[0].nodes[1].sessions = 1;
    scene.size = {956, 562};
    return scene;
}

Shot swapFailed()
{
    Shot scene = swapping();
    for (NodeState& node : scene.fleet.groups[0].nodes) {
        const bool blue = node.side == Side::Blue;
        node.health = Health::Healthy;
        node.share = blue ? 1 / 3.0 : 0;
        node.requestRate = blue ? 39.3 : 0;
        node.sessions = blue ? 4 : 0;
    }
    NodeState& ill = scene.fleet.groups[0].nodes[4];
    ill.health = Health::Down;
    ill.healthReason = u"503 database: password authentication failed"_qs;
    return scene;
}

Shot rebirth()
{
    Shot scene = steady();
    scene.fleet.groups[0].nodes[1].side = Side::Blue;
    scene.fleet.groups[0].nodes[1].driftCount = 4;
    NodeState fresh = scene.fleet.groups[0].nodes[0];
    fresh.name = u"web-4"_qs;
    fresh.side = Side::Green;
    fresh.share = fresh.requestRate = fresh.sessions = 0;
    scene.fleet.groups[0].nodes << fresh;
    return scene;
}

Shot unseen()
{
    Shot scene = steady();
    for (NodeState& node : scene.fleet.groups[0].nodes) {
        node.health = Health::Unknown;
        node.share = node.requestRate = node.sessions = 0;
        node.driftCount = {};
    }
    scene.fleet.balancers[0].node.health = Health::Unknown;
    scene.fleet.databases[0].node.health = Health::Unknown;
    scene.fleet.observedAt = scene.fleet.observedAt.addSecs(-190);
    return scene;
}

Shot planned()
{
    return {sample::shop(), {}, {}};
}

/// Each part in more than one, so that no box around it could say so.
Shot zoned(bool up)
{
    const QStringList zones{u"seoul-1"_qs, u"busan-1"_qs};
    Shot scene = up ? steady() : planned();
    Blueprint& blueprint = scene.blueprint;
    blueprint.caches << Cache{u"sessions"_qs, u"redis"_qs, sample::image(u"7"_qs), {}};
    blueprint.groups[0].uses << u"sessions"_qs;
    blueprint.balancers[0].zones = blueprint.groups[0].zones = zones;
    blueprint.databases[0].zones = blueprint.caches[0].zones = zones;
    return scene;
}

Shot forty(DiagramMode mode)
{
    Shot scene;
    scene.blueprint = sample::shop(40);
    scene.fleet = sample::up(scene.blueprint);
    QList<NodeState>& nodes = scene.fleet.groups[0].nodes;
    for (int i : {7, 8, 9, 22})
        nodes[i].driftCount = i % 9 + 1;
    nodes[12].health = Health::Down;
    nodes[17].health = Health::Degraded;
    nodes[30].health = Health::Unknown;
    nodes[33].driftCount = {};
    nodes[35].image = sample::image(u"1.1.0"_qs);
    scene.mode = mode;
    return scene;
}

Shot many()
{
    Blueprint b = sample::shop();
    const ImageRef image = sample::image(u"1.0.0"_qs);
    b.groups << Group{u"batch"_qs, image, 8, 80, {}, {u"orders"_qs, u"주문-보관소"_qs}}
             << Group{u"결제-서비스-그룹-이름이-아주-길다"_qs, image, 2, 80, {}, {u"주문-보관소"_qs}};
    b.balancers << Balancer{u"edge-internal-with-a-very-long-name"_qs,
                            u"haproxy"_qs,
                            image,
                            81,
                            {u"batch"_qs, u"결제-서비스-그룹-이름이-아주-길다"_qs, u"web"_qs}};
    b.databases << Database{u"주문-보관소"_qs, u"postgresql"_qs, image, true, 1};
    return {b, sample::up(b), u"batch"_qs};
}

/// Distinct colours tell a painted picture from an empty one.
int colours(const QImage& image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            seen << image.pixel(x, y);
    return int(seen.size());
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picture_data();
    void picture();
    void level_data();
    void level();
};

void TestPictures::picture_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("korean");
    for (const char* scene :
         {"steady", "drifted", "drift-mode", "image-mode", "down", "swap", "swap-failed", "rebirth", "unseen",
          "planned", "forty", "forty-drift", "forty-image", "many", "zones", "zones-planned"}) {
        QTest::addRow("%s-light", scene) << QString::fromLatin1(scene) << false << false;
        QTest::addRow("%s-dark", scene) << QString::fromLatin1(scene) << true << false;
    }
    for (const char* scene : {"drifted", "down", "swap", "unseen", "planned"})
        QTest::addRow("%s-light-ko", scene) << QString::fromLatin1(scene) << false << true;
}

void TestPictures::picture()
{
    QFETCH(QString, scene);
    QFETCH(bool, dark);
    QFETCH(bool, korean);
    QMap<QString, Shot> scenes = {{u"steady"_qs, steady()},
                                  {u"drifted"_qs, drifted()},
                                  {u"drift-mode"_qs, drifted()},
                                  {u"image-mode"_qs, steady()},
                                  {u"down"_qs, oneDown()},
                                  {u"swap"_qs, swapping()},
                                  {u"swap-failed"_qs, swapFailed()},
                                  {u"rebirth"_qs, rebirth()},
                                  {u"unseen"_qs, unseen()},
                                  {u"planned"_qs, planned()},
                                  {u"forty"_qs, forty(DiagramMode::Health)},
                                  {u"forty-drift"_qs, forty(DiagramMode::Drift)},
                                  {u"forty-image"_qs, forty(DiagramMode::Image)},
                                  {u"many"_qs, many()},
                                  {u"zones"_qs, zoned(true)},
                                  {u"zones-planned"_qs, zoned(false)}};
    scenes[u"drift-mode"_qs].mode = DiagramMode::Drift;
    scenes[u"image-mode"_qs].mode = DiagramMode::Image;
    scenes[u"image-mode"_qs].fleet.groups[0].nodes[2].image = sample::image(u"1.1.0"_qs);
    QVERIFY(scenes.contains(scene));
    const Shot now = scenes[scene];

    QVERIFY(installTranslator(QLocale(korean ? QLocale::Korean : QLocale::English)) || !korean);
    QApplication::setPalette(Theme::of(dark).palette());
    FleetDocument document;
    DiagramView view(&document);
    view.addLayer(std::make_unique<ModeKeyLayer>(&view));
    view.setMode(now.mode);
    view.resize(now.size);
    document.open(now.blueprint);
    if (!now.fleet.fleetId.isEmpty()) {
        FleetState fleet = now.fleet;
        const qint64 behind = steady().fleet.observedAt.secsTo(fleet.observedAt);
        fleet.observedAt = QDateTime::currentDateTimeUtc().addSecs(behind - 1);
        sample::tell(document, now.blueprint, fleet);
    }
    document.setSelection(now.selected);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    if (!now.selected.isEmpty())
        view.setFocus();
    const QImage image = view.grab().toImage();
    QVERIFY(colours(image) > 20);
    const QString suffix = image.devicePixelRatio() > 1 ? u"@2x"_qs : QString();
    QVERIFY(
        image.save(folder().filePath(u"diagram-" + QString::fromLatin1(QTest::currentDataTag()) + suffix + u".png")));
}

void TestPictures::level_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("dark");
    const auto row = [](int nodes, double zoom, DiagramMode mode, bool dark) {
        static const char* const names[] = {"health", "drift", "image"};
        QTest::addRow("%d-%s-%s-%s", nodes, zoom > 0 ? qPrintable(QString::number(zoom)) : "all", names[int(mode)],
                      dark ? "dark" : "light")
            << nodes << zoom << int(mode) << dark;
    };
    for (DiagramMode mode : {DiagramMode::Health, DiagramMode::Drift, DiagramMode::Image}) {
        for (int nodes : {200, 1000, 10000})
            row(nodes, 0, mode, mode == DiagramMode::Health && nodes == 1000);
        for (double zoom : {0.1, 0.2, 0.3, 0.5, 0.75})
            row(1000, zoom, mode, false);
    }
    row(1000, 2.5, DiagramMode::Health, false);
    row(1000, 0.3, DiagramMode::Health, true);
    row(10000, 0, DiagramMode::Drift, true);
    row(100000, 0, DiagramMode::Health, false);
}

/// A large fleet at one distance, as the view shows it once the hand rests.
void TestPictures::level()
{
    QFETCH(int, nodes);
    QFETCH(double, zoom);
    QFETCH(int, mode);
    QFETCH(bool, dark);
    QVERIFY(installTranslator(QLocale(QLocale::English)));
    QApplication::setPalette(Theme::of(dark).palette());
    const Blueprint blueprint = sample::large(nodes);
    FleetState fleet = sample::lived(blueprint, 3);
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    FleetDocument document;
    DiagramView view(&document);
    view.addLayer(std::make_unique<ModeKeyLayer>(&view));
    view.setMode(DiagramMode(mode));
    view.resize(1280, 800);
    sample::tell(document, blueprint, fleet);
    view.show();
    QTRY_VERIFY_WITH_TIMEOUT((view.grab(), view.isSharp()), 60000);
    if (zoom > 0) {
        const QString group = blueprint.groups[blueprint.groups.size() / 2].name;
        const QPointF middle = view.scene().rect(view.scene().firstOf(group)).topLeft() + QPointF(200, 200) / zoom;
        view.setViewport({zoom, QPointF(640, 400) - middle * zoom});
        QTRY_VERIFY_WITH_TIMEOUT((view.grab(), view.isSharp()), 60'000);
    }
    const QImage image = view.grab().toImage();
    QVERIFY(colours(image) > 8);
    const QString suffix = image.devicePixelRatio() > 1 ? u"@2x"_qs : QString();
    QVERIFY(image.save(folder().filePath(u"level-" + QString::fromLatin1(QTest::currentDataTag()) + suffix + u".png")));
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
