// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/diagram/many_nodes.h"
#include "tests/ui/diagram/view_stage.h"

#include <QAccessible>
#include <QPainter>

using namespace snowmelt;

namespace {

class Stamp final : public DiagramLayer
{
public:
    void paint(QPainter* painter, const DiagramStage& stage) override
    {
        const int box = stage.scene.firstOf(u"web-2"_qs);
        painter->fillRect(stage.viewport.toView(stage.scene.rect(box)), Qt::magenta);
    }
};

} // namespace

/// What the view shows, and how much it paints for it.
class TestViewContent : public QObject, private ViewStage
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void hoverPaintsNoNewFrame();
    void sameFleetPaintsNoNewFrame();
    void newHealthPaintsAFrame();
    void statusLineSaysTheAge();
    void hintsSayWhatToDo();
    void screenReaderHearsTheSelection();
    void themeFollowsThePalette();
    void layersLieOverTheFrame();
    void dimmedBoxesArePale();
    void newHealthPaintsOnlyItsPlace();
    void aLargeFleetIsLaidOutBesideTheWindow();
    void manyLinksAreLaidOutBesideTheWindow();
};

void TestViewContent::hoverPaintsNoNewFrame()
{
    m_view->grab();
    const int before = m_view->framesPainted();
    const QImage still = m_view->grab().toImage();
    QTest::mouseMove(m_view, middleOf(u"web-1"_qs));
    QTRY_VERIFY(m_view->grab().toImage() != still);
    m_document->setSelection(u"web-3"_qs);
    m_view->grab();
    QCOMPARE(m_view->framesPainted(), before);
}

void TestViewContent::sameFleetPaintsNoNewFrame()
{
    m_view->grab();
    const int before = m_view->framesPainted();
    sample::observe(*m_document, fresh(sample::up(m_blueprint)));
    m_view->grab();
    QCOMPARE(m_view->framesPainted(), before);
}

void TestViewContent::newHealthPaintsAFrame()
{
    const QImage before = m_view->grab().toImage();
    FleetState fleet = fresh(sample::up(m_blueprint));
    fleet.groups[0].nodes[0].health = Health::Down;
    sample::observe(*m_document, fleet);
    QVERIFY(m_view->grab().toImage() != before);
}

void TestViewContent::statusLineSaysTheAge()
{
    QVERIFY2(m_view->statusLine().startsWith(u"100 % · live"), qPrintable(m_view->statusLine()));
    FleetState fleet = sample::up(m_blueprint);
    fleet.observedAt = QDateTime::currentDateTimeUtc().addSecs(-200);
    sample::observe(*m_document, fleet);
    QCOMPARE(m_view->statusLine(), u"100 % · not live, last seen 3 min ago"_qs);
    m_document->open(m_blueprint);
    QCOMPARE(m_view->statusLine(), u"100 % · not seen yet"_qs);
}

void TestViewContent::hintsSayWhatToDo()
{
    QVERIFY(m_view->hintLine().isEmpty());
    m_document->open(m_blueprint);
    QVERIFY(m_view->hintLine().isEmpty()); // not created yet: the boxes say so, the window offers what to do
    m_document->open(Blueprint());
    QVERIFY(!m_view->hintLine().isEmpty());
    FleetDocument nothing;
    DiagramView view(&nothing);
    QVERIFY(!view.hintLine().isEmpty());
    QVERIFY(view.hintLine() != m_view->hintLine());
    view.grab();
}

void TestViewContent::screenReaderHearsTheSelection()
{
    QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(heard);
    QVERIFY(heard->text(QAccessible::Name).contains(u"shop"_qs));
    QVERIFY(heard->text(QAccessible::Description).isEmpty());
    m_document->setSelection(u"web-2"_qs);
    const QString sentence = heard->text(QAccessible::Description);
    QVERIFY2(sentence.contains(u"web-2"_qs) && sentence.contains(u"healthy"_qs), qPrintable(sentence));
}

void TestViewContent::themeFollowsThePalette()
{
    const auto corner = [this] { return m_view->grab().toImage().pixelColor(2, 2); };
    QCOMPARE(corner(), Theme::light().canvas);
    QApplication::setPalette(Theme::darkTheme().palette());
    QTRY_COMPARE(corner(), Theme::darkTheme().canvas);
}

void TestViewContent::layersLieOverTheFrame()
{
    m_view->grab();
    const int before = m_view->framesPainted();
    m_view->addLayer(std::make_unique<Stamp>());
    QCOMPARE(m_view->grab().toImage().pixelColor(middleOf(u"web-2"_qs)), QColor(Qt::magenta));
    QCOMPARE(m_view->framesPainted(), before);
}

void TestViewContent::dimmedBoxesArePale()
{
    const auto darkest = [this](const QString& part) {
        const QImage image = m_view->grab(m_view->partRect(part)).toImage();
        int least = 255;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                least = std::min(least, qGray(image.pixel(x, y)));
        return least;
    };
    QVERIFY(darkest(u"web-1"_qs) < 100 && darkest(u"web-2"_qs) < 100);
    QBitArray dimmed(m_view->scene().size());
    dimmed.setBit(m_view->scene().firstOf(u"web-1"_qs));
    m_view->setDimmed(dimmed);
    QTRY_VERIFY(darkest(u"web-1"_qs) > 150); // a frame may come in bands
    QVERIFY(darkest(u"web-2"_qs) < 100);
}

void TestViewContent::newHealthPaintsOnlyItsPlace()
{
    m_view->grab();
    const qint64 before = m_view->pixelsPainted();
    FleetState fleet = fresh(sample::up(m_blueprint));
    fleet.groups[0].nodes[0].sessions = 5; // no other count of the group changes
    fleet.groups[0].nodes[0].requestRate = 15;
    sample::observe(*m_document, fleet);
    m_view->grab();
    const qint64 painted = m_view->pixelsPainted() - before;
    QVERIFY2(painted > 0 && painted < m_view->width() * m_view->height() / 2, qPrintable(QString::number(painted)));
}

void TestViewContent::aLargeFleetIsLaidOutBesideTheWindow()
{
    const Blueprint large = sample::shop(4000);
    sample::tell(*m_document, large, fresh(sample::up(large)));
    QVERIFY(!m_view->isSharp());
    QTRY_VERIFY_WITH_TIMEOUT((m_view->grab(), m_view->isSharp()), 60000);
    QVERIFY(m_view->scene().firstOf(u"web-4000"_qs) >= 0);
    QVERIFY(m_view->rect().contains(m_view->partRect(u"web-4000"_qs)));
    // Another fleet: what is under way for this one is nobody's.
    sample::observe(*m_document, fresh(sample::up(large)));
    sample::tell(*m_document, m_blueprint, fresh(sample::up(m_blueprint)));
    QCOMPARE(m_view->scene().firstOf(u"web-4000"_qs), -1);
    QTest::qWait(50);
    QCOMPARE(m_view->scene().firstOf(u"web-4000"_qs), -1);
}

/// Three hundred boxes: what takes long is where their links go.
void TestViewContent::manyLinksAreLaidOutBesideTheWindow()
{
    const Blueprint linked = sample::linked(60);
    FleetState fleet = fresh(sample::up(linked));
    sample::tell(*m_document, linked, fleet);
    QVERIFY(!m_view->isSharp());
    QVERIFY(m_view->scene().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT((m_view->grab(), m_view->isSharp()), 60000);
    const QList<DiagramEdge> before = m_view->scene().diagram().edges;
    fleet.groups[7].nodes[0].health = Health::Down;
    sample::observe(*m_document, fresh(fleet));
    const auto isDown = [&] {
        return m_view->scene().box(m_view->scene().firstOf(u"web-7-1"_qs)).health() == Health::Down;
    };
    QVERIFY(!isDown());
    QTRY_VERIFY_WITH_TIMEOUT(isDown(), 60000);
    QCOMPARE(m_view->scene().diagram().edges, before);
}

QTEST_MAIN(TestViewContent)
#include "tst_view_content.moc"
