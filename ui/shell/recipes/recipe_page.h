// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recipes/recipe_lineage.h"

#include <QWidget>

class QListWidgetItem;

namespace snowmelt {

class CodeView;
class FindBar;
class ProblemList;
class YamlColours;

/// A recipe's text with what is wrong with it below; a click on a problem goes there.
class RecipePage final : public QWidget
{
    Q_OBJECT
public:
    explicit RecipePage(QWidget* parent);

    CodeView* editor() const { return m_editor; }
    void setText(const QByteArray& text); ///< what is typed in it can be undone no further than this
    QByteArray text() const;
    /// Of `file` and, where there are any, of its parents' recipes.
    void showFaults(const QList<RecipeFault>& faults, const QString& file);
    void find();
    void findNext();
    void findPrevious();

protected:
    void changeEvent(QEvent* event) override;

private:
    void goTo(QListWidgetItem* item);
    void follow();

    CodeView* m_editor;
    YamlColours* m_colours;
    FindBar* m_find;
    QWidget* m_below; ///< shown while there are problems
    ProblemList* m_problems;
    QList<RecipeFault> m_faults;
    QString m_file;
};

} // namespace snowmelt
