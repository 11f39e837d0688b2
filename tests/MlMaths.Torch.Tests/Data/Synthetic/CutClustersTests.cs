using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class CutClustersTests
{
    [Fact]
    public void A_judged_row_is_cut_off_where_comparing_every_pair_says_so()
    {
        var random = new Random(1);
        int[] clusterOf = [.. Enumerable.Range(0, 60).Select(_ => random.Next(25))];
        EvaluationTurn[] turns = [.. Enumerable.Range(0, 4).Select(turn =>
        {
            int[] rows = [.. Enumerable.Range(0, 60)];
            random.Shuffle(rows);
            return new EvaluationTurn($"turn {turn}", rows[..20], rows[20..35]);
        })];

        var expected = from row in Enumerable.Range(0, 60)
                       from turn in turns
                       where turn.Judged.Contains(row)
                       let seen = turn.Seen.Where(other => clusterOf[other] == clusterOf[row]).ToArray()
                       where seen.Length > 0
                       group (seen[0], turn.Name) by row into first
                       select new CutRow(first.Key, first.First().Item1, first.First().Name);
        Assert.Equal(expected, CutClusters.Across(clusterOf, turns));
        Assert.NotEmpty(expected);
    }

    [Fact]
    public void On_a_split_it_finds_the_duplicates_that_the_older_check_finds()
    {
        var random = new Random(2);
        Dataset grid = Table([.. Enumerable.Range(0, 400).Select(_ => (double)random.Next(12))], columns: 2);
        DataSplit split = StratifiedSplit.Of(grid, seed: 1);
        var twins = TwinRows.Of(grid, seed: 1);
        IEnumerable<int> older = DuplicateRows.Across(split).Select(one => one.Row).Order();
        Assert.Equal(older, CutClusters.Across(twins.ClusterOf, EvaluationTurn.Of(split)).Select(row => row.Row));
    }

    [Fact]
    public void Folds_by_group_cut_none_and_folds_by_chance_nearly_all()
    {
        Dataset rows = RoleTables.Grouped([.. Enumerable.Repeat(6, 20)]);
        int[] clusterOf = CutClusters.Of(rows.Group!.OfRow);
        Assert.Empty(CutClusters.Across(clusterOf, EvaluationTurn.Of([GroupedFolds.Of(rows, 5, seed: 1)])));
        Assert.InRange(CutClusters.Across(clusterOf, EvaluationTurn.Of([RandomFolds.Of(rows, 5, seed: 1)])).Count, 100, 120);
    }

    [Fact]
    public void Folds_by_time_know_no_future_and_folds_by_chance_do()
    {
        Dataset rows = RoleTables.Timed([.. Enumerable.Range(0, 60).Select(day => day / 2.0)]);
        Assert.Empty(FutureRows.Across(rows, EvaluationTurn.Of([TimeFolds.Of(rows, 4)])));
        IReadOnlyList<EvaluationTurn> byChance = EvaluationTurn.Of([RandomFolds.Of(rows, 4, seed: 1)]);
        int[] expected = [.. Enumerable.Range(0, 60).Where(row => byChance.Any(turn =>
            turn.Seen.Contains(row) && turn.Judged.Any(judged => rows.Time!.OfRow[row] >= rows.Time.OfRow[judged])))];
        Assert.Equal(expected, FutureRows.Across(rows, byChance).Select(row => row.SeenRow));
    }

    [Fact]
    public void Turns_have_names_that_a_sentence_can_use()
    {
        Dataset rows = RoleTables.Timed([.. Enumerable.Range(0, 40).Select(day => (double)day)]);
        Assert.Equal(["the validation part", "the test part"], EvaluationTurn.Of(RandomSplit.Of(rows, seed: 1)).Select(turn => turn.Name));
        Assert.Equal(["fold 1", "fold 2"], EvaluationTurn.Of([RandomFolds.Of(rows, 2, seed: 1)]).Select(turn => turn.Name));
        Assert.Equal("fold 2 of repeat 3",
            EvaluationTurn.Of([.. Enumerable.Range(0, 3).Select(seed => RandomFolds.Of(rows, 2, seed))])[^1].Name);
    }

    internal static Dataset Table(double[] features, int columns) => new(
        "table", [.. Enumerable.Range(0, columns).Select(column => $"x{column}")], features, "y",
        [.. Enumerable.Range(0, features.Length / columns).Select(row => row % 2 == 0 ? "a" : "b")], new("here", "none", "none"));
}
