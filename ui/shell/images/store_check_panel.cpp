// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/store_check_panel.h"

#include "models/items/store_damage_model.h"
#include "models/wording/store_wording.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/images/image_delegate.h"
#include "ui/shell/style/look.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int mostDamageRows = 6; ///< without scrolling
const QString damageColumns = QStringLiteral("storeDamageColumns");

bool isHarm(const StoreDamage& one)
{
    return one.fault != StoreFault::Unnamed;
}

} // namespace

StoreCheckPanel::StoreCheckPanel(QWidget* parent)
    : QWidget(parent), m_model(new StoreDamageModel(this)),
      m_said(makeLabel({}, TextSize::Normal, QFont::DemiBold, Ink::Text, this)), m_list(new QTreeView(this))
{
    m_said->setObjectName(QStringLiteral("storeCheckSaid"));
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    makeList();
    auto* words = new QVBoxLayout;
    words->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, metric::unit);
    words->addWidget(m_said);
    auto* room = new QVBoxLayout;
    room->setContentsMargins(metric::unit, 0, metric::unit, 0); // rows begin where the words above them do
    room->addWidget(m_list);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(makeRule(this));
    column->addLayout(words);
    column->addLayout(room);
}

void StoreCheckPanel::makeList()
{
    m_list->setObjectName(QStringLiteral("storeDamage"));
    m_list->setAccessibleName(tr("What verifying found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImageDelegate(ImageDelegate::Rows::Damage, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setColumnWidth(StoreDamageModel::State, 128);
    m_list->setColumnWidth(StoreDamageModel::NeededBy, 280);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->restoreState(Settings::layoutOf(damageColumns));
    m_list->header()->setSectionResizeMode(StoreDamageModel::What, QHeaderView::Stretch); // can be cut in its middle
    connect(m_list->header(), &QHeaderView::sectionResized, this,
            [this] { Settings::setLayoutOf(damageColumns, m_list->header()->saveState()); });
}

void StoreCheckPanel::showCheck(const StoreCheck& check)
{
    m_model->setDamage(check.damage);
    m_said->setText(storeCheckText(check));
    setInk(m_said, std::ranges::any_of(check.damage, isHarm) ? Ink::Red : Ink::Text);
    const int rows = m_model->rowCount();
    m_list->setFixedHeight(m_list->header()->sizeHint().height() +
                           std::min(rows, mostDamageRows) * m_list->sizeHintForRow(0) + metric::unit);
    m_list->setVisible(rows > 0);
}

} // namespace snowmelt
