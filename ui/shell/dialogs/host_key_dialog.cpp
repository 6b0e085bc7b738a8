// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/host_key_dialog.h"

#include "models/items/host_key_model.h"
#include "models/wording/access_wording.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int rowsSeen = 8;
constexpr int keyRowHeight = 26;
/// Wide enough for a whole fingerprint: half of one is nothing to compare.
constexpr int widthOfOne = 640;
constexpr int widthOfMany = 832;

/// Fingerprints are compared letter by letter: each has the same width.
class FingerprintDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font = monoFont(TextSize::Small);
        option->fontMetrics = QFontMetrics(option->font);
    }
};

QLabel* addHostFact(QGridLayout* grid, const QString& name, QWidget* parent)
{
    const int row = grid->rowCount();
    QLabel* value = makeLabel({}, TextSize::Normal, QFont::DemiBold, Ink::Text, parent);
    value->setWordWrap(true);
    QLabel* label = makeLabel(name, TextSize::Normal, QFont::Normal, Ink::Sub, parent);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

} // namespace

HostKeyDialog::HostKeyDialog(QWidget* parent)
    : QuestionDialog({}, tr("&Connect"), parent), m_model(new HostKeyModel(this)), m_meaning(addParagraph({}))
{
    setObjectName(QStringLiteral("hostKeyDialog"));
    m_one = makeOne();
    m_many = makeMany();
    body()->addWidget(m_one);
    body()->addWidget(m_many, 1);
    m_where = addParagraph({});
    m_where->setObjectName(QStringLiteral("hostKeyWhere"));
    setMinimumWidth(widthOfOne);
    primary()->setObjectName(QStringLiteral("hostKeyConnect"));
    closer()->setObjectName(QStringLiteral("hostKeyRefuse"));
    closer()->setText(tr("&Do not connect"));
    makePrimary(primary(), false);
    primary()->setDefault(false);
    primary()->setAutoDefault(false);
    makePrimary(closer());
    closer()->setAutoDefault(true);
    closer()->setDefault(true);
    closer()->setFocus();
    connect(primary(), &QPushButton::clicked, this, &HostKeyDialog::connectChosen);
    connect(m_model, &HostKeyModel::chosenChanged, this, &HostKeyDialog::followChoice);
}

QWidget* HostKeyDialog::makeOne()
{
    auto* page = new QWidget(this);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * metric::unit);
    grid->setVerticalSpacing(metric::unit);
    grid->setColumnStretch(1, 1);
    m_host = addHostFact(grid, tr("Host"), page);
    m_host->setObjectName(QStringLiteral("hostKeyHost"));
    m_node = addHostFact(grid, tr("Needed for"), page);
    m_type = addHostFact(grid, tr("Type of key"), page);
    m_type->setObjectName(QStringLiteral("hostKeyType"));
    m_fingerprint = makeLabel({}, TextSize::Title, QFont::Normal, Ink::Text, page);
    m_fingerprint->setFont(monoFont(TextSize::Title));
    m_fingerprint->setObjectName(QStringLiteral("hostKeyFingerprint"));
    m_fingerprint->setAccessibleName(tr("Fingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setWordWrap(true);
    m_fingerprint->setContentsMargins(0, metric::unit, 0, metric::unit);
    auto* copy = new QPushButton(tr("C&opy the fingerprint"), page);
    copy->setObjectName(QStringLiteral("hostKeyCopy"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_model->questions().value(0).question.fingerprint); });
    grid->addWidget(m_fingerprint, grid->rowCount(), 0, 1, 2);
    grid->addWidget(copy, grid->rowCount(), 0, 1, 2, Qt::AlignLeft);
    return page;
}

QWidget* HostKeyDialog::makeMany()
{
    auto* page = new QWidget(this);
    QVBoxLayout* column = makeColumn(page, 0);
    m_all = new QCheckBox(tr("Select &all"), page);
    m_all->setObjectName(QStringLiteral("hostKeysAll"));
    connect(m_all, &QCheckBox::clicked, this,
            [this] { m_model->chooseAll(m_model->chosen() != m_model->questions()); });
    m_list = new QTreeView(page);
    m_list->setObjectName(QStringLiteral("hostKeys"));
    m_list->setAccessibleName(tr("Hosts and their keys"));
    m_list->setModel(m_model);
    m_list->setItemDelegateForColumn(HostKeyModel::Fingerprint, new FingerprintDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setColumnWidth(HostKeyModel::Host, 216);
    m_list->setColumnWidth(HostKeyModel::Type, 152);
    m_list->header()->setStretchLastSection(true);
    m_list->setMinimumHeight((rowsSeen + 1) * keyRowHeight); // and the header
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addWidget(m_list, 1);
    return page;
}

void HostKeyDialog::follow(const QList<OpenQuestion>& open)
{
    m_model->setQuestions(open);
    const QList<OpenQuestion>& keys = m_model->questions();
    if (keys.isEmpty())
        return leave();
    const bool wasMany = !m_many->isHidden();
    const bool many = keys.size() > 1 || (isVisible() && wasMany); // one that is left of many stays in its list
    m_one->setVisible(!many);
    m_many->setVisible(many);
    setMinimumWidth(many ? widthOfMany : widthOfOne);
    if (many)
        showMany();
    else
        showOne(keys.first().question);
    followChoice();
    if (isVisible() && many != wasMany)
        fit();
}

void HostKeyDialog::showOne(const AccessQuestion& question)
{
    setTitle(tr("Is this the right host?"));
    m_meaning->setText(hostKeyMeaning());
    m_host->setText(hostWords(question.host));
    m_node->setText(hostWords(question.node));
    m_type->setText(hostWords(question.subject, 80));
    m_fingerprint->setText(question.fingerprint);
    m_where->setText(hostWords(hostKeyWhere(question.file), 600));
}

void HostKeyDialog::showMany()
{
    setTitle(tr("Are these the right hosts?"));
    m_meaning->setText(tr("Nothing says yet whether these are the hosts or someone in between. Tick those whose "
                          "fingerprint is the one that a source you trust gives."));
    m_where->setText(hostWords(hostKeyWhere(m_model->files().join(QStringLiteral(", "))), 600));
}

void HostKeyDialog::followChoice()
{
    const int chosen = int(m_model->chosen().size());
    const int all = int(m_model->questions().size());
    m_all->setCheckState(chosen == 0 ? Qt::Unchecked : chosen == all ? Qt::Checked : Qt::PartiallyChecked);
    if (m_many->isHidden()) {
        primary()->setText(tr("&Connect"));
        primary()->setEnabled(true);
        return setRemark({});
    }
    primary()->setText(chosen == 0 ? tr("&Connect") : tr("&Connect to %n host(s)", nullptr, chosen));
    primary()->setEnabled(chosen > 0);
    setRemark(tr("%1 of %2 ticked").arg(chosen).arg(all));
}

void HostKeyDialog::connectChosen()
{
    const QList<OpenQuestion> agreed = m_many->isHidden() ? m_model->questions() : m_model->chosen();
    for (const OpenQuestion& one : agreed)
        say(one, true);
}

void HostKeyDialog::declineAll()
{
    const QList<OpenQuestion> refused = m_model->questions();
    for (const OpenQuestion& one : refused)
        say(one, false);
}

/// As high as what it shows now.
void HostKeyDialog::fit()
{
    layout()->activate();
    resize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()));
}

} // namespace snowmelt
