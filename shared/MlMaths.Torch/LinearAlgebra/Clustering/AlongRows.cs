namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Where rows lie between two of them, measured along the rows and not through the air: a bend is no gap then.
///
/// <code>
/// graph     each row with its k nearest (20 in a plane), and the shortest edges that join what is still in parts (R. C. Prim, 1957)
/// g_a(i)    length of the shortest way from row a to row i in it (E. W. Dijkstra, 1959)
/// s(i)      = (g_a(i)² − g_b(i)² + g_a(b)²) / 2 g_a(b)        0 at a, g_a(b) at b: the law of cosines
/// </code>
/// Where ways are straight, s is the projection onto the line from a to b; round a ring or along a horseshoe it is the arc. (The
/// distances of J. B. Tenenbaum, V. de Silva, J. C. Langford, 2000, Science 290:2319–2323.)
/// </summary>
internal static class AlongRows
{
    private const int InPlane = 20;

    /// <summary>s of each row of a plane.</summary>
    /// <param name="plane">Rows (t, u).</param>
    /// <param name="a">One row.</param>
    /// <param name="b">Another.</param>
    public static double[] Of((double T, double U)[] plane, int a, int b) => Of(RowDistances.Of(plane), a, b, InPlane);

    /// <summary>s of each row.</summary>
    /// <param name="distances">Of all rows to each other, [n][n].</param>
    /// <param name="a">One row.</param>
    /// <param name="b">Another.</param>
    /// <param name="neighbours">k.</param>
    public static double[] Of(double[][] distances, int a, int b, int neighbours)
    {
        List<int>[] graph = Graph(distances, neighbours);
        double[] fromA = Ways(distances, graph, a), fromB = Ways(distances, graph, b);
        double whole = fromA[b];
        return whole > 0
            ? [.. fromA.Zip(fromB, (toA, toB) => (toA * toA - toB * toB + whole * whole) / (2 * whole))]
            : fromA;
    }

    public static double Distance((double T, double U) one, (double T, double U) other) =>
        Math.Sqrt((one.T - other.T) * (one.T - other.T) + (one.U - other.U) * (one.U - other.U));

    private static List<int>[] Graph(double[][] distances, int neighbours)
    {
        int n = distances.Length, wanted = Math.Min(neighbours + 1, n);
        List<int>[] graph = [.. distances.Select(_ => new List<int>())];
        double[] ascending = new double[n];
        int[] nearest = new int[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) (ascending[j], nearest[j]) = (distances[i][j], j);
            Array.Sort(ascending, nearest);
            foreach (int j in nearest.AsSpan(0, wanted))
            {
                if (j != i) Join(graph, i, j);
            }
        }
        AddTree(distances, graph);
        return graph;
    }

    private static void Join(List<int>[] graph, int i, int j)
    {
        graph[i].Add(j);
        graph[j].Add(i);
    }

    /// <summary>Prim: of all rows not yet reached the nearest to any reached one is joined next.</summary>
    private static void AddTree(double[][] distances, List<int>[] graph)
    {
        int n = distances.Length;
        double[] nearest = [.. distances[0]];
        int[] to = new int[n];
        bool[] reached = new bool[n];
        reached[0] = true;
        for (int step = 1; step < n; step++)
        {
            int next = -1;
            for (int i = 0; i < n; i++)
            {
                if (!reached[i] && (next < 0 || nearest[i] < nearest[next])) next = i;
            }
            reached[next] = true;
            Join(graph, next, to[next]);
            for (int i = 0; i < n; i++)
            {
                double distance = distances[next][i];
                if (!reached[i] && distance < nearest[i]) (nearest[i], to[i]) = (distance, next);
            }
        }
    }

    private static double[] Ways(double[][] distances, List<int>[] graph, int start)
    {
        double[] ways = new double[distances.Length];
        Array.Fill(ways, double.PositiveInfinity);
        ways[start] = 0;
        PriorityQueue<int, double> open = new();
        open.Enqueue(start, 0);
        while (open.TryDequeue(out int row, out double way))
        {
            if (way > ways[row]) continue; // a shorter one came first
            foreach (int next in graph[row])
            {
                double further = way + distances[row][next];
                if (further >= ways[next]) continue;
                ways[next] = further;
                open.Enqueue(next, further);
            }
        }
        return ways;
    }
}
