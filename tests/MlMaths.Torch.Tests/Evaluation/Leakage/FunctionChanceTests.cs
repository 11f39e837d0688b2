using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class FunctionChanceTests
{
    public static TheoryData<int[], int[]> Columns() => new()
    {
        { [0, 0, 0, 1, 1, 2, 2, 2], [0, 0, 0, 1, 1, 1, 1, 1] },
        { [0, 0, 1, 1, 2, 2, 3, 3], [0, 0, 0, 0, 1, 1, 1, 1] },
        { [0, 1, 2, 3, 4, 5, 6, 6], [0, 0, 1, 1, 1, 1, 1, 1] },
    };

    // Slow and plain: every order of the labels is looked at.
    [Theory]
    [MemberData(nameof(Columns))]
    public void The_chance_that_labels_follow_a_column_is_the_share_of_orders_in_which_they_do(int[] levels, int[] labels)
    {
        int orders = 0, functions = 0;
        foreach (int[] order in Orders(labels))
        {
            orders++;
            if (levels.Zip(order).Distinct().Count() == levels.Distinct().Count()) functions++;
        }

        double chance = Math.Exp(FunctionChance.LogOfLevels(
            [.. levels.CountBy(level => level).Select(one => one.Value)], [.. labels.CountBy(label => label).Select(one => one.Value)]));
        Assert.Equal((double)functions / orders, chance, 1e-12);
    }

    [Fact]
    public void In_at_most_so_many_blocks_stand_no_more_orders_than_are_counted()
    {
        int[] labels = [0, 0, 0, 1, 1, 1, 1, 1];
        var target = AskedTarget.Of("y", [.. labels.Select(label => $"{label}")], null, null)[0];
        int orders = 0;
        int[] ofBlocks = new int[9];
        foreach (int[] order in Orders(labels))
        {
            orders++;
            ofBlocks[1 + Enumerable.Range(1, 7).Count(row => order[row] != order[row - 1])]++;
        }

        for (int blocks = 2; blocks <= 8; blocks++)
            Assert.True((double)ofBlocks[blocks] / orders <= Math.Exp(FunctionChance.LogOfBlocks(blocks, target)) + 1e-12);
    }

    [Fact]
    public void A_span_of_one_column_holds_no_more_than_four_orders_of_two_labels()
    {
        // None, all, and two that are each other's opposite: 4 of C(8, 4) = 70 at most.
        var target = AskedTarget.Of("y", ["0", "0", "0", "0", "1", "1", "1", "1"], null, null)[0];
        Assert.Equal(4.0 / 70, Math.Exp(FunctionChance.LogOfSpan(1, target)), 1e-12);
    }

    private static IEnumerable<int[]> Orders(int[] labels)
    {
        if (labels.Length == 0) return [[]];
        return labels.Distinct().SelectMany(first =>
        {
            List<int> rest = [.. labels];
            rest.Remove(first);
            return Orders([.. rest]).Select(order => (int[])[first, .. order]);
        });
    }
}
