// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"

#include <QWidget>

class QLabel;

namespace snowmelt {

class ProblemList;
struct ProblemLine;

/// Why a blueprint could not be opened: every problem at its place, and a way to read it again.
class ProblemsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemsPage(QWidget* parent = nullptr);
    void showProblems(const QString& path, const QList<Problem>& problems);
    void showUnreadable(const QString& path, const QString& reason);
    QString path() const { return m_path; }

Q_SIGNALS:
    void readAgainAsked(const QString& path);
    void openAsked();

private:
    void showLines(const QString& path, const QString& title, const QList<ProblemLine>& lines);
    void copyAll();

    QString m_path;
    QLabel* m_title;
    ProblemList* m_list;
};

} // namespace snowmelt
