namespace CrmUms.RoutingBenches.Quality;

/// <summary>The cheapest assignment of rows to columns (Hungarian method), one column each.</summary>
internal static class Assignment
{
    /// <param name="cost">At least as many columns as rows.</param>
    /// <returns>By row, its column.</returns>
    public static int[] Cheapest(double[,] cost)
    {
        var (rows, columns) = (cost.GetLength(0), cost.GetLength(1));
        var state = new State(cost, new double[rows + 1], new double[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            Add(state, row);
        }

        var column = new int[rows];
        for (var index = 1; index <= columns; index++)
        {
            if (state.RowOf[index] > 0)
            {
                column[state.RowOf[index] - 1] = index - 1;
            }
        }

        return column;
    }

    // Finds the cheapest chain of changes that gives one more row a column. Rows and columns count from 1; 0 is none.
    private static void Add(in State state, int row)
    {
        var columns = state.RowOf.Length;
        var (least, before, isDone) = (new double[columns], new int[columns], new bool[columns]);
        Array.Fill(least, double.PositiveInfinity);
        state.RowOf[0] = row;
        var at = 0;
        do
        {
            isDone[at] = true;
            var (step, next) = (double.PositiveInfinity, 0);
            for (var column = 1; column < columns; column++)
            {
                if (isDone[column])
                {
                    continue;
                }

                var reduced = state.Cost[state.RowOf[at] - 1, column - 1]
                    - state.RowPrice[state.RowOf[at]] - state.ColumnPrice[column];
                if (reduced < least[column])
                {
                    (least[column], before[column]) = (reduced, at);
                }

                if (least[column] < step)
                {
                    (step, next) = (least[column], column);
                }
            }

            Reprice(state, least, isDone, step);
            at = next;
        }
        while (state.RowOf[at] != 0);

        for (; at != 0; at = before[at])
        {
            state.RowOf[at] = state.RowOf[before[at]];
        }
    }

    private static void Reprice(in State state, double[] least, bool[] isDone, double step)
    {
        for (var column = 0; column < isDone.Length; column++)
        {
            if (isDone[column])
            {
                state.RowPrice[state.RowOf[column]] += step;
                state.ColumnPrice[column] -= step;
            }
            else
            {
                least[column] -= step;
            }
        }
    }

    private readonly record struct State(double[,] Cost, double[] RowPrice, double[] ColumnPrice, int[] RowOf);
}
