using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

public sealed class LayeredGraphTests
{
    [Fact]
    public void A_tree_has_no_crossings()
    {
        // Leaves 0 to 3; 4 is made of 0 and 2, 5 of 1 and 3, 6 of both: in the order of their numbers the arrows would cross.
        var graph = new LayeredGraph([[], [], [], [], [0, 2], [1, 3], [4, 5]], 80);
        Assert.Equal(0, graph.Crossings);
        Assert.Equal(3, graph.Columns);
        Assert.Equal(4 * 80, graph.Height);
    }

    [Fact]
    public void A_long_edge_has_a_slot_in_every_column_it_passes()
    {
        var graph = new LayeredGraph([[], [0], [1], [2, 0]], 80);
        Assert.Equal([0, 4, 5, 3], graph.Edges.Single(edge => edge.Count == 4));
        Assert.Equal([0, 1, 2, 3], graph.Edges.Single(edge => edge.Count == 4).Select(graph.ColumnOf));
    }

    [Fact]
    public void In_any_graph_slots_keep_their_distance_and_nodes_stand_right_of_their_operands()
    {
        var random = new Random(1);
        for (int trial = 0; trial < 200; trial++)
        {
            int nodes = random.Next(1, 26);
            int[][] operands = [.. Enumerable.Range(0, nodes)
                .Select(node => node < 3 ? [] : new[] { random.Next(node), random.Next(node) }.Distinct().ToArray())];
            var graph = new LayeredGraph(operands, 80);
            Assert.All(graph.Edges, edge => Assert.All(edge.Zip(edge.Skip(1)),
                piece => Assert.Equal(graph.ColumnOf(piece.First) + 1, graph.ColumnOf(piece.Second))));
            foreach (IGrouping<int, int> column in Enumerable.Range(0, graph.Slots).GroupBy(graph.ColumnOf))
            {
                float[] middles = [.. column.Select(graph.MiddleOf).Order()];
                Assert.All(middles.Zip(middles.Skip(1)), pair => Assert.True(pair.Second - pair.First > 79.9, $"{pair}"));
                Assert.InRange(middles[0], 39.9, graph.Height);
                Assert.InRange(middles[^1], 0, graph.Height - 39.9);
            }
        }
    }
}
