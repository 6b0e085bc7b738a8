// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/problems_page.h"

#include "models/wording/wording.h"
#include "ui/shell/start/problem_list.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/paint_controls.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

class Card final : public QWidget
{
public:
    Card(QWidget* inside, QWidget* parent) : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
        makeColumn(this, metric::unit)->addWidget(inside);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Theme& theme = themeOf(this);
        face::frame(&painter, rect(), theme.line, theme.panel, metric::cardRadius);
    }
};

/// The nearest known word is the part of the sentence that helps most, so it stands by itself.
ProblemLine lineOf(const QString& file, const Problem& problem)
{
    const QString place = file + u':' + QString::number(problem.line) + u':' + QString::number(problem.column);
    const bool suggests = problem.code == ProblemCode::UnknownKey || problem.code == ProblemCode::UnknownReference;
    Problem plain = problem;
    if (suggests && plain.args.size() > 2)
        plain.args[2].clear();
    const QString text = sentence(plain);
    static const QRegularExpression joint(QStringLiteral("^[;,.\\s]+"));
    return {place, text, sentence(problem).mid(text.size()).remove(joint)};
}

} // namespace

ProblemsPage::ProblemsPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("problemsPage"));
    m_title = makeLabel({}, TextSize::Title, QFont::Bold, Ink::Text, this);
    m_title->setObjectName(QStringLiteral("problemsTitle"));
    m_title->setWordWrap(true);
    QLabel* line = makeLabel(tr("Nothing was touched. Correct the places below, save, and read it again."),
                             TextSize::Normal, QFont::Normal, Ink::Sub, this);
    line->setWordWrap(true);
    m_list = new ProblemList(this);
    m_list->setObjectName(QStringLiteral("problemList"));
    m_list->setAccessibleName(tr("Problems"));
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
    column->addWidget(new Card(m_list, this));
    column->addLayout(buttons);
    column->addStretch(1);
}

void ProblemsPage::showProblems(const QString& path, const QList<Problem>& problems)
{
    const QString file = QFileInfo(path).fileName();
    QList<ProblemLine> lines;
    for (const Problem& problem : problems)
        lines << lineOf(file, problem);
    showLines(path, tr("%1 has %n problem(s)", nullptr, int(problems.size())).arg(file), lines);
}

void ProblemsPage::showUnreadable(const QString& path, const QString& reason)
{
    const Sentence said = sentence(Error{ErrorCode::FileUnreadable, {path}, {}});
    showLines(path, said.what, {{path, reason, {}}, {{}, said.next, {}}});
}

void ProblemsPage::showLines(const QString& path, const QString& title, const QList<ProblemLine>& lines)
{
    m_path = path;
    m_title->setText(title);
    m_list->setLines(lines);
}

void ProblemsPage::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row)
        lines << m_list->item(row)->text();
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace snowmelt
