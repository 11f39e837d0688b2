using System.Globalization;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>Rows in a shuffled order, how many of them test, and how often a positive shall train.</summary>
internal sealed record Plan(bool[] Labels, int[] Order, int TestRows, int Times)
{
    // Two positives at least: one among the rows that test, and one among those that train.
    public static Plan Drawn(Random random)
    {
        while (true)
        {
            int n = random.Next(8, 15);
            int[] order = [.. Enumerable.Range(0, n)];
            TrapQuestion.Shuffled(order, random);
            Plan drawn = new([.. order.Select(_ => random.Next(4) == 0)], order, random.Next(2, 5), random.Next(3, 6));
            if (drawn.HasPositives()) return drawn;
        }
    }

    public IEnumerable<Plan> Simpler() =>
        from kept in Simplify.Without(Order.Length, least: 4)
        let rows = kept.Select(place => Order[place]).Order().ToArray() // numbered anew, from 0
        let plan = this with
        {
            Labels = [.. rows.Select(row => Labels[row])],
            Order = [.. kept.Select(place => Array.IndexOf(rows, Order[place]))],
        }
        where plan.TestRows < plan.Order.Length - 1 && plan.HasPositives()
        select plan;

    public override string ToString() =>
        $"labels = {ScoredRows.Written(Labels)}, order = {Written.Of(Order)}, "
        + string.Create(CultureInfo.InvariantCulture, $"testRows = {TestRows}, times = {Times}");

    private bool HasPositives() => Order.Take(TestRows).Any(row => Labels[row]) && Order.Skip(TestRows).Any(row => Labels[row]);
}

/// <summary>Row numbers on either side, ascending: their order means nothing.</summary>
internal sealed record Sides(IReadOnlyList<int> Training, IReadOnlyList<int> Test)
{
    public static Sides Of(IEnumerable<int> training, IEnumerable<int> test) => new([.. training.Order()], [.. test.Order()]);

    public bool IsSame(Sides other) => Training.SequenceEqual(other.Training) && Test.SequenceEqual(other.Test);

    public override string ToString() => $"({Written.Of(Training)}, {Written.Of(Test)})";
}

/// <summary><c>Oversampled(labels, order, testRows, times)</c>: copies of positives, in the training part alone.</summary>
internal static class OversampledTask
{
    public static MethodTask<Plan, Sides?> Task { get; } = new(
        "Oversampled", "(int[] Training, int[] Test) Oversampled(bool[] labels, int[] order, int testRows, int times)",
        method => Binding.Of<Plan, Sides?>(
            method, [typeof(bool[]), typeof(int[]), typeof(int), typeof(int)],
            at => [at.Labels.Clone(), at.Order.Clone(), at.TestRows, at.Times],
            returned => Several.Lists(returned, 2) is [var training, var test] ? Sides.Of(training, test) : null),
        [
            new("no row, and no copy of one, stands on both sides", Plan.Drawn,
                (_, came, _) => came.Value is { } sides && !sides.Training.Intersect(sides.Test).Any()),
            new("the first testRows rows of the order test, each once", Plan.Drawn,
                (at, came, _) => came.Value?.Test.SequenceEqual(at.Order.Take(at.TestRows).Order()) == true),
            new("every negative row that does not test trains once", Plan.Drawn, (at, came, _) => Trains(at, came.Value, label: false, 1)),
            new("every positive row that does not test stands `times` times among those that train", Plan.Drawn,
                (at, came, _) => Trains(at, came.Value, label: true, at.Times)),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("oversampled-before-split", "when the copies are made first and the rows parted then: a row trains and tests", "testRows"),
            new("copies-of-test-rows", "when copies are made of all positives, those that test among them", "times"),
            new("test-oversampled", "when positives are copied in the test part, too", "testRows"),
            new("one-copy-too-many", "when each positive gets `times` copies besides itself", "times"),
            new("one-copy-too-few", "with one copy too few", "times"),
            new("negatives-copied", "when the negatives are copied in place of the positives", "!"),
            new("all-copied", "when every training row is copied: the shares stay as they were", "times"),
            new("nothing-copied", "when nothing is copied", "Skip|testRows"),
            new("negatives-dropped", "when negatives are left out, and no positive is copied", "times"),
            new("positives-alone", "when the negatives do not train at all", "labels["),
            new("test-from-the-end", "when the last rows of the order test, and not the first", "Length"),
            new("test-rows-train", "when the rows that test train as well", "testRows"),
            new("order-ignored", "from the rows as they are numbered, and not in the order given", "testRows"),
            new("places-for-rows", "when the label of a place in the order is taken for that of the row there", "labels["),
            new("sides-swapped", "when the two parts are handed back the wrong way round", "return"),
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.IsSame(other!),
        Written = value => value?.ToString() ?? "null",
    };

    private static bool Trains(Plan at, Sides? sides, bool label, int times) => sides is not null
        && at.Order.Skip(at.TestRows).Where(row => at.Labels[row] == label).All(row => sides.Training.Count(one => one == row) == times);

    private static Sides Slipped(Plan at, IReadOnlySet<string> slips)
    {
        int[] order = slips.Contains("order-ignored") ? [.. Enumerable.Range(0, at.Order.Length)] : at.Order;
        if (slips.Contains("test-from-the-end")) order = [.. order.Reverse()];
        bool Positive(int row) => slips.Contains("places-for-rows") ? at.Labels[Array.IndexOf(order, row)] : at.Labels[row];
        int times = at.Times + (slips.Contains("one-copy-too-many") ? 1 : 0) - (slips.Contains("one-copy-too-few") ? 1 : 0);
        IEnumerable<int> Copied(IEnumerable<int> rows) => rows.SelectMany(row => Enumerable.Repeat(row, Times(Positive(row))));
        int Times(bool isPositive) => slips.Contains("all-copied") ? times
            : slips.Contains("nothing-copied") ? 1
            : slips.Contains("positives-alone") && !isPositive ? 0
            : isPositive != slips.Contains("negatives-copied") ? times : 1;

        int[] all = slips.Contains("oversampled-before-split") ? [.. Copied(order)] : order;
        int[] test = all[..at.TestRows], rest = slips.Contains("test-rows-train") ? all : all[at.TestRows..];
        int[] training = slips.Contains("oversampled-before-split") ? rest : [.. Copied(rest)];
        if (slips.Contains("copies-of-test-rows")) training = [.. training, .. test.Where(Positive).SelectMany(Extra)];
        if (slips.Contains("test-oversampled")) test = [.. Copied(test)];
        if (slips.Contains("negatives-dropped"))
            training = [.. rest.Where(Positive), .. rest.Where(row => !Positive(row)).Take(rest.Count(Positive))];
        return slips.Contains("sides-swapped") ? Sides.Of(test, training) : Sides.Of(training, test);

        IEnumerable<int> Extra(int row) => Enumerable.Repeat(row, times - 1);
    }
}
