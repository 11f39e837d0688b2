using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>
/// The rows in the parts that they play. Where the rows have an order of time, each part is later than the one before; else they
/// are dealt at random, class by class, and nothing is deployed.
/// </summary>
/// <param name="Target">The rows, and which of them are positive.</param>
/// <param name="Split">Training, validation and test rows.</param>
/// <param name="Deployment">Rows after the test rows, whose labels come late; empty where nothing orders the rows.</param>
/// <param name="Truth">The true probability of every row, where it is known; else null.</param>
/// <param name="Amounts">What a miss of every row loses, before the common factor; null where a miss is a miss.</param>
internal sealed record DecisionData(BinaryTarget Target, DataSplit Split, int[] Deployment, double[]? Truth, double[]? Amounts)
{
    /// <summary>What the training rows taught about the columns.</summary>
    public FittedPreparation Preparation { get; private init; } = FittedPreparation.Nothing;

    private const int QuickRows = 12_000, FullRows = 60_000, MinTraining = 10, MinValidation = 5, MinTest = 2;

    public Dataset Rows => Target.Dataset;

    /// <summary>Whether these are the drawn payments, whose truth and story are known.</summary>
    public bool IsStory => Truth is not null;

    /// <summary>Whether these are the calls of a bank, the second story: real, and with a column that is known only afterwards.</summary>
    public bool AreCalls => Rows is { IsEmbedded: true, Name: "bank_calls" };

    /// <summary>What the times of the rows count; a unit of time where there are none.</summary>
    public string Period => Rows.Time switch { null => "unit of time", { IsDate: true } => "day", { Name: var name } => name };

    /// <summary>Rows to learn from.</summary>
    public TrainingPart Training => Split.Training;

    /// <summary>Share of positives among the training rows.</summary>
    public double BaseRate { get; } = (double)Split.Training.Rows.Count(row => Target.IsPositive[row]) / Split.Training.Count;

    /// <summary>Test rows before the deployment.</summary>
    public int[] Test { get; } = [.. Split.Test.Rows.Except(Deployment)];

    /// <summary>The payments, or a file of the user's.</summary>
    public static DecisionData From(DecisionOptions options, RunContext context)
    {
        CommonOptions common = context.Common;
        if (common.DataFile is not null)
        {
            Dataset rows = context.ReadData("breast_cancer", new ColumnRoles { Time = options.Time });
            var target = BinaryTarget.From(rows, common.Positive);
            return rows.Time is null
                ? Dealt(target, options, common.Seed)
                : Ordered(target, options, new(Validation: 0.2, Test: 0.35), deployedShareOfTest: 0.15 / 0.35, null);
        }

        var year = YearOfPayments.Draw(options.Quick ? QuickRows : FullRows, common.Seed);
        const double Weeks = YearOfPayments.Weeks; // 24 of training, 8 of validation, 8 of test, and then what comes
        return Ordered(
            BinaryTarget.From(year.Rows), options, new(8 / Weeks, 20 / Weeks),
            deployedShareOfTest: 12.0 / 20, [.. year.TrueProbabilities]);
    }

    /// <summary>The rows of one part with what a model says about all rows.</summary>
    public ScoredRows Scored(int[] part, double[] allProbabilities) => ScoredAs(part, Of(part, allProbabilities));

    /// <summary>The same with a probability for each row of the part.</summary>
    public ScoredRows ScoredAs(int[] part, double[] probabilities) => new(part, Of(part, Target.IsPositive), probabilities)
    {
        Truth = Truth is null ? null : Of(part, Truth),
        Amounts = Amounts is null ? null : Of(part, Amounts),
        Times = Rows.Time is null ? null : Of(part, [.. Rows.Time.OfRow]),
    };

    private static T[] Of<T>(int[] rows, T[] values) => [.. rows.Select(row => values[row])];

    private static DecisionData Dealt(BinaryTarget target, DecisionOptions options, int seed) =>
        Prepared(target, StratifiedSplit.Of(target, seed), [], null, options);

    private static DecisionData Ordered(
        BinaryTarget target, DecisionOptions options, SplitFractions fractions, double deployedShareOfTest,
        double[]? truth)
    {
        DataSplit split = TimeSplit.Of(target.Dataset, fractions).Parts;
        IReadOnlyList<double> times = target.Dataset.Time!.OfRow;
        int[] after = [.. split.Test.Rows.OrderBy(row => times[row])];
        int first = (int)Math.Round(after.Length * (1 - deployedShareOfTest));
        while (first < after.Length && first > 0 && times[after[first]] == times[after[first - 1]])
            first++; // rows of one time stay together
        return Prepared(target, split, after[first..], truth, options);
    }

    private static DecisionData Prepared(
        BinaryTarget target, DataSplit split, int[] deployment, double[]? truth, DecisionOptions options)
    {
        FittedPreparation preparation = Data.Preparation.Fit(split.Training);
        split = preparation.On(split);
        target = target.On(split.Training.Whole);
        double[]? amounts = AmountsOf(target.Dataset, options);
        return (new DecisionData(target, split, deployment, truth, amounts) with { Preparation = preparation }).Checked();
    }

    /// <summary>The same, where every part has rows enough of both classes.</summary>
    private DecisionData Checked()
    {
        RequireBoth("training", Training.Rows, MinTraining);
        RequireBoth("validation", Split.Validation.Rows, MinValidation);
        RequireBoth("test", Test, MinTest);
        return this;
    }

    private void RequireBoth(string part, int[] rows, int fewest)
    {
        int positives = rows.Count(row => Target.IsPositive[row]);
        foreach ((string label, int count) in new[] { (Target.PositiveLabel, positives), (Target.NegativeLabel, rows.Length - positives) })
        {
            if (count < fewest)
            {
                throw new UserMistakeException(
                    $"The {part} rows of {Quoted.Value(Rows.Name)} have {count} of the class {Quoted.Value(label)}, "
                    + $"and need at least {fewest}: add rows"
                    + $"{(Rows.Time is null ? "" : ", or leave --time out, so that the classes are split evenly")}.");
            }
        }
    }

    private static double[]? AmountsOf(Dataset rows, DecisionOptions options)
    {
        if (options.Amount is not { } name)
            return null;
        int column = rows.ColumnNames.ToList().IndexOf(name);
        if (column < 0)
        {
            string? nearest = NearestName.Of(name, rows.ColumnNames);
            throw new UserMistakeException(
                $"There is no column {Quoted.Value(name)} of numbers for "
                + $"--amount{(nearest is null ? "" : $" (did you mean {Quoted.Value(nearest)}?)")}: "
                + $"name one of the columns of {Quoted.Value(rows.Name)}.");
        }

        double[] amounts = rows.Column(column);
        int negative = Array.FindIndex(amounts, amount => amount < 0);
        if (negative >= 0)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(rows.Name)}: {rows.PlaceOf(negative)} has {NumberText.Of(amounts[negative])} in {Quoted.Value(name)}, the "
                + "--amount, and a miss cannot lose less than nothing: correct the column, or leave --amount out and give --cost-miss.");
        }

        return amounts.Any(amount => amount != 0)
            ? amounts
            : throw new UserMistakeException(
                $"All amounts in {Quoted.Value(name)} are 0, so no miss loses anything: "
                + "name another column with --amount, or leave it out.");
    }
}
