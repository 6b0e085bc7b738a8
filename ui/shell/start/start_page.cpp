// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/start_page.h"

#include "ui/shell/frame/settings.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int pageWidth = 440;
constexpr int emblem = 64;
constexpr int emblemRadius = 15; // as in the icon

class Emblem final : public QWidget
{
public:
    explicit Emblem(QWidget* parent) : QWidget(parent) { setFixedSize(emblem, emblem); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        applicationIcon().paint(&painter, rect());
        // Its tile is ink: on dark paper only an outline tells it from the page.
        if (themeOf(this).dark)
            face::frame(&painter, rect(), themeOf(this).line, QColor(), emblemRadius);
    }
};

QString homeShortened(const QString& path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? QString(u'~' + path.mid(home.size())) : path;
}

} // namespace

StartPage::StartPage(bool hasLab, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    auto* body = new QWidget(this);
    body->setFixedWidth(pageWidth);
    QVBoxLayout* column = makeColumn(body, 0);
    column->setSpacing(metric::unit);
    column->addWidget(new Emblem(body));
    column->addSpacing(2 * metric::unit);
    QLabel* name = makeLabel(QStringLiteral("Snowmelt"), TextSize::Title, QFont::Bold, Ink::Text, body);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    name->setFont(large);
    column->addWidget(name);
    QLabel* line = makeLabel(tr("See a fleet, find the snowflake, build an image, swap the traffic."), TextSize::Large,
                             QFont::Normal, Ink::Sub, body);
    line->setWordWrap(true);
    column->addWidget(line);
    column->addSpacing(2 * metric::unit);
    column->addWidget(makeChoices(hasLab));
    if (hasLab) {
        QLabel* what =
            makeLabel(tr("The lab is a fleet that comes with Snowmelt, “shop”, in containers on this machine. "
                         "Nothing starts before you say so."),
                      TextSize::Small, QFont::Normal, Ink::Sub, body);
        what->setWordWrap(true);
        column->addWidget(what);
    }
    m_recentBox = new QWidget(body);
    m_recent = makeColumn(m_recentBox, 0);
    m_recent->setSpacing(0);
    column->addSpacing(2 * metric::unit);
    column->addWidget(m_recentBox);

    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(body, 0, Qt::AlignHCenter);
    page->addStretch(3);
    refresh();
}

QWidget* StartPage::makeChoices(bool hasLab)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::unit);
    auto* lab = new QPushButton(tr("Try the &lab"), box);
    lab->setObjectName(QStringLiteral("tryLab"));
    lab->setVisible(hasLab);
    makePrimary(lab);
    connect(lab, &QPushButton::clicked, this, &StartPage::labAsked);
    auto* open = new QPushButton(tr("&Open a blueprint…"), box);
    open->setObjectName(QStringLiteral("openBlueprint"));
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    auto* fresh = new QPushButton(tr("&New…"), box);
    fresh->setObjectName(QStringLiteral("newBlueprint"));
    fresh->setToolTip(tr("Begins a fleet of your own: the lab’s images, and no parts yet. The Edit menu adds them."));
    connect(fresh, &QPushButton::clicked, this, &StartPage::newAsked);
    row->addWidget(lab);
    row->addWidget(open);
    row->addWidget(fresh);
    row->addStretch(1);
    return box;
}

void StartPage::refresh()
{
    qDeleteAll(m_recentBox->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    const QStringList recent = Settings::recentBlueprints();
    m_recentBox->setVisible(!recent.isEmpty());
    m_recent->addWidget(makeLabel(tr("Recent"), TextSize::Small, QFont::DemiBold, Ink::Faint, m_recentBox));
    for (const QString& path : recent) {
        auto* entry = new QPushButton(homeShortened(path), m_recentBox);
        entry->setObjectName(QStringLiteral("recentBlueprint"));
        entry->setToolTip(path);
        makeQuiet(entry);
        connect(entry, &QPushButton::clicked, this, [this, path] { Q_EMIT blueprintChosen(path); });
        m_recent->addWidget(entry, 0, Qt::AlignLeft);
    }
}

} // namespace snowmelt
