// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/recipe_page.h"

#include "models/wording/wording.h"
#include "ui/shell/recipes/code_view.h"
#include "ui/shell/recipes/find_bar.h"
#include "ui/shell/recipes/yaml_colours.h"
#include "ui/shell/start/problem_list.h"
#include "ui/shell/style/look.h"

#include <QEvent>
#include <QFileInfo>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int highestProblems = 220;

} // namespace

RecipePage::RecipePage(QWidget* parent)
    : QWidget(parent), m_editor(new CodeView(this)), m_colours(new YamlColours(m_editor->document())),
      m_find(new FindBar(m_editor, this)), m_below(new QWidget(this)), m_problems(new ProblemList(m_below))
{
    m_editor->setObjectName(QStringLiteral("recipeText"));
    m_editor->setAccessibleName(tr("Recipe"));
    m_problems->setObjectName(QStringLiteral("recipeProblems"));
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setMaximumHeight(highestProblems);
    QVBoxLayout* below = makeColumn(m_below, 0);
    below->setSpacing(0);
    below->addWidget(makeRule(m_below));
    auto* room = new QVBoxLayout;
    room->setContentsMargins(metric::unit, 0, metric::unit, 0);
    room->addWidget(m_problems);
    below->addLayout(room);
    m_below->hide();
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(m_find);
    column->addWidget(m_editor, 1);
    column->addWidget(m_below);
    connect(m_problems, &QListWidget::itemClicked, this, &RecipePage::goTo);
    connect(m_problems, &QListWidget::itemActivated, this, &RecipePage::goTo);
    follow();
}

void RecipePage::setText(const QByteArray& text)
{
    m_editor->setPlainText(QString::fromUtf8(text));
}

QByteArray RecipePage::text() const
{
    return m_editor->toPlainText().toUtf8();
}

void RecipePage::showFaults(const QList<RecipeFault>& faults, const QString& file)
{
    m_faults = faults;
    m_file = file;
    QList<Problem> own;
    QList<ProblemLine> lines;
    for (const RecipeFault& fault : faults) {
        const QString name = QFileInfo(fault.file).fileName();
        if (!fault.problem) {
            lines.append({name, tr("This recipe of a parent cannot be read."), {}});
            continue;
        }
        const Problem& problem = *fault.problem;
        lines.append(
            {QStringLiteral("%1:%2:%3").arg(name).arg(problem.line).arg(problem.column), sentence(problem), {}});
        if (fault.file == file)
            own.append(problem);
    }
    m_editor->setProblems(own);
    m_problems->setLines(lines);
    m_below->setVisible(!lines.isEmpty());
}

void RecipePage::goTo(QListWidgetItem* item)
{
    const RecipeFault fault = m_faults.value(m_problems->row(item));
    if (fault.problem && fault.file == m_file)
        m_editor->goTo(fault.problem->line, fault.problem->column);
}

void RecipePage::find()
{
    m_find->open();
}

void RecipePage::findNext()
{
    m_find->findNext();
}

void RecipePage::findPrevious()
{
    m_find->findPrevious();
}

void RecipePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        follow();
}

void RecipePage::follow()
{
    const Theme& theme = themeOf(this);
    m_colours->setInks(theme.text, theme.faint);
}

} // namespace snowmelt
