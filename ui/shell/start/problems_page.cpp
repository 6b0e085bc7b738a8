// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/problems_page.h"

#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

ProblemsPage::ProblemsPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("problemsPage"));
    m_title = makeLabel({}, TextSize::Title, QFont::Bold, Ink::Text, this);
    m_title->setObjectName(QStringLiteral("problemsTitle"));
    m_title->setWordWrap(true);
    QLabel* line = makeLabel(tr("Nothing was touched. Correct the places below, save, and read it again."),
                             TextSize::Normal, QFont::Normal, Ink::Sub, this);
    line->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("problemList"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setWordWrap(true);
    m_list->setFont(monoFont(TextSize::Normal));
    m_list->setSpacing(2);
    auto* again = new QPushButton(tr("&Read again"), this);
    again->setObjectName(QStringLiteral("readAgain"));
    makePrimary(again);
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT readAgainAsked(m_path); });
    auto* copy = new QPushButton(tr("&Copy"), this);
    copy->setObjectName(QStringLiteral("copyProblems"));
    connect(copy, &QPushButton::clicked, this, &ProblemsPage::copyAll);
    auto* open = new QPushButton(tr("&Open another…"), this);
    connect(open, &QPushButton::clicked, this, &ProblemsPage::openAsked);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::unit);
    buttons->addWidget(again);
    buttons->addWidget(copy);
    buttons->addWidget(open);
    buttons->addStretch(1);
    QVBoxLayout* column = makeColumn(this, 5 * metric::unit);
    column->setSpacing(2 * metric::unit);
    column->addWidget(m_title);
    column->addWidget(line);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
}

void ProblemsPage::showProblems(const QString& path, const QList<Problem>& problems)
{
    const QString file = QFileInfo(path).fileName();
    QStringList lines;
    for (const Problem& problem : problems) {
        const QString place = file + u':' + QString::number(problem.line) + u':' + QString::number(problem.column);
        lines << place + u": " + sentence(problem);
    }
    showLines(path, tr("%1 has %n problem(s)", nullptr, int(problems.size())).arg(file), lines);
}

void ProblemsPage::showUnreadable(const QString& path, const QString& reason)
{
    const Sentence said = sentence(Error{ErrorCode::FileUnreadable, {path}, {}});
    showLines(path, said.what, {QString(path + u": " + reason), said.next});
}

void ProblemsPage::showLines(const QString& path, const QString& title, const QStringList& lines)
{
    m_path = path;
    m_title->setText(title);
    m_list->clear();
    m_list->addItems(lines);
}

void ProblemsPage::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row)
        lines << m_list->item(row)->text();
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace snowmelt
