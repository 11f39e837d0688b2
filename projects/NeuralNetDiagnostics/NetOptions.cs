using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>The unit of the features.</summary>
internal enum Scaling
{
    /// <summary>By range where the rows are pictures, else standardised.</summary>
    Auto,

    /// <summary>Each column by its own mean and deviation.</summary>
    Standard,

    /// <summary>All columns by the same middle and half range.</summary>
    Range,
}

/// <summary>What may be asked of this project. What is null is chosen on the validation rows.</summary>
internal sealed record NetOptions
{
    private const int LargestLayer = 4096, MaxLayers = 8, SearchFactor = 25, MinSearchFactor = 10;

    private static readonly ProjectOption<int[]?> HiddenOption = new(
        "--hidden", "N,N", "Units of each hidden layer, the one nearest to the features first.", null, "searched, from 128,64",
        $"one to {MaxLayers} whole numbers from 1 to {LargestLayer}, separated by commas", "128,64", TryWidths);

    private static readonly ProjectOption<Activation?> ActivationOption = new(
        "--activation", "WORD", "What bends the sums of each layer.", null, "searched, from relu",
        "relu, tanh, gelu, sigmoid", "relu", TryActivation);

    private static readonly ProjectOption<double?> RateOption = ProjectOption.OptionalNumber(
        "--rate", "from the sweep, then searched", "Learning rate of the final net; the sweep runs in any case.",
        0.003, from: 1e-9, to: 100);

    private static readonly ProjectOption<double?> DropoutOption = ProjectOption.OptionalNumber(
        "--dropout", "searched", "Share of hidden units silenced in each step of the final net.", 0.3, from: 0, to: 0.95);

    private static readonly ProjectOption<double?> PenaltyOption = ProjectOption.OptionalNumber(
        "--penalty", "searched", "Strength λ of the penalty λ/2 |W|² on the final net's weights.", 0.0001, from: 0, to: 1000);

    private static readonly ProjectOption<RuleKind> RuleOption = ProjectOption.Choice(
        "--rule", RuleKind.Adam, "How the weights follow the gradient.");

    private static readonly ProjectOption<int> EpochsOption = ProjectOption.WholeNumber(
        "--epochs", 60, "Passes of the final net over its training rows.", 1, 100_000);

    private static readonly ProjectOption<int> BatchRowsOption = ProjectOption.WholeNumber(
        "--batch-rows", 32, "Rows per training step.", 1, 100_000);

    private static readonly ProjectOption<int?> SearchOption = new(
        "--search", "N", "Budget of the search in epochs, over all its trainings; 0 for no "
        + "search.", null, $"{SearchFactor} times --epochs",
        "a whole number from 0 to 10000000", "1500", TryBudget);

    private static readonly ProjectOption<GradientKind> GradientsOption = ProjectOption.Choice(
        "--gradients", GradientKind.Auto, "Where gradients come from: autograd, or a derivation by hand, with "
        + "tensors or in SIMD.");

    private static readonly ProjectOption<Scaling> ScalingOption = ProjectOption.Choice(
        "--scaling", Scaling.Auto, "Each column by its own deviation, or all by one range; auto uses the range for "
        + "pictures.");

    private static readonly ProjectOption<int?> ThreadsOption = new(
        "--threads", "N", "Threads of libtorch; another number may change the last "
        + "digits.", null, "by the size of a step",
            "a whole number from 1 to 256", "1", TryThreads);

    private static readonly ProjectOption<string?> IdxOption = ProjectOption.Text(
        "--idx", "FOLDER", "none", "Pictures in MNIST's format instead of a table: its four files, gzipped or not.");

    public static IReadOnlyList<ProjectOption> All { get; } =
    [
        HiddenOption, ActivationOption, RateOption, DropoutOption, PenaltyOption, RuleOption, EpochsOption, BatchRowsOption, SearchOption,
        GradientsOption, ScalingOption, ThreadsOption, IdxOption,
    ];

    public int[]? Hidden { get; private init; }

    public Activation? Activation { get; private init; }

    public double? LearningRate { get; private init; }

    public double? Dropout { get; private init; }

    public double? Penalty { get; private init; }

    public Scaling Scaling { get; private init; }

    public int? Threads { get; private init; }

    /// <summary>Folder of MNIST-format files; null for a table.</summary>
    public string? Idx { get; private init; }

    /// <summary>Epochs that the search may spend; 0 for no search.</summary>
    public int SearchBudget { get; private init; }

    /// <summary>What every net of this run begins from.</summary>
    public required NetRecipe Recipe { get; init; }

    public bool Quick { get; private init; }

    /// <summary>A rule that divides by the gradient's own size wants rates a tenth as large.</summary>
    public IReadOnlyList<double> LearningRates
    {
        get
        {
            double scale = Recipe.Rule is RuleKind.Adam or RuleKind.Adamw or RuleKind.Rms ? 0.1 : 1;
            IReadOnlyList<double> rates = Quick ? [0.003, 0.03, 0.3, 3] : LearningRateSweep.DefaultRates;
            return [.. rates.Select(rate => Math.Round(rate * scale, 6))];
        }
    }

    public int Seeds => Quick ? 2 : 3;

    public int SweepEpochs => Quick ? 5 : 15;

    public int RegularisationEpochs => Quick ? 5 : 30;

    public int FitEpochs => Quick ? 60 : 150;

    public int FlowEpochs => Quick ? 4 : 12;

    public int SourceEpochs => Quick ? 2 : 5;

    public LatencyProtocol Latency => Quick
        ? new LatencyProtocol
        {
            Calls = 400,
            BlockCalls = 30,
            MinWarmUp = TimeSpan.FromSeconds(0.03),
            MaxWarmUp = TimeSpan.FromSeconds(0.12),
        }
        : new LatencyProtocol();

    public IReadOnlyList<double> Penalties => Quick ? [0, 0.001, 0.1] : [0, 1e-5, 1e-4, 0.001, 0.01, 0.1];

    public IReadOnlyList<double> Dropouts => Quick ? [0, 0.3] : [0, 0.1, 0.2, 0.3, 0.5, 0.7];

    public static NetOptions Checked(ParsedOptions parsed)
    {
        CommonOptions common = parsed.Common;
        if (common.Positive is not null)
        {
            throw new UserMistakeException(
                "--positive is for two classes of which one is looked for; "
                + "this project predicts all classes and needs none.");
        }
        if (parsed.Of(IdxOption) is not null && (common.DataFile is not null || common.Target is not null || common.LeaveOut is not null))
        {
            throw new UserMistakeException(
                "--idx names pictures and their labels, and --data, --target and --leave-out are about a table: "
                + "give one or the other.");
        }

        if (parsed.Of(GradientsOption) == GradientKind.Simd
            && (parsed.Of(DropoutOption) > 0 || parsed.Of(ActivationOption) is not (null or Models.Activation.Relu)))
        {
            throw new UserMistakeException(
                "--gradients is simd, which supports only relu without dropout, "
                + "and the net you asked for is different: use --gradients tensor, which supports every net.");
        }

        bool quick = common.Quick;
        int epochs = quick && !parsed.Given.Contains(EpochsOption) ? 15 : parsed.Of(EpochsOption);
        int budget = parsed.Of(SearchOption) ?? (quick ? MinSearchFactor : SearchFactor) * epochs;
        if (budget > 0 && budget < MinSearchFactor * epochs)
        {
            throw new UserMistakeException(
                $"--search is {budget} epochs, and a single training takes {epochs}: "
                + $"give at least --search {MinSearchFactor * epochs}, or --search 0 for none.");
        }

        return new NetOptions
        {
            Hidden = parsed.Of(HiddenOption),
            Activation = parsed.Of(ActivationOption),
            LearningRate = parsed.Of(RateOption),
            Dropout = parsed.Of(DropoutOption),
            Penalty = parsed.Of(PenaltyOption),
            Scaling = parsed.Of(ScalingOption),
            Threads = parsed.Of(ThreadsOption),
            Idx = parsed.Of(IdxOption),
            SearchBudget = budget,
            Quick = quick,
            Recipe = new NetRecipe(parsed.Of(HiddenOption) ?? [128, 64], parsed.Of(RateOption) ?? 0.003, epochs)
            {
                Activation = parsed.Of(ActivationOption) ?? Models.Activation.Relu,
                Dropout = parsed.Of(DropoutOption) ?? 0,
                Penalty = parsed.Of(PenaltyOption) ?? 0,
                Rule = parsed.Of(RuleOption),
                BatchRows = parsed.Of(BatchRowsOption),
                Gradients = parsed.Of(GradientsOption),
            },
        };
    }

    private static bool TryWidths(string given, out int[]? widths)
    {
        string[] words = given.Split(',', StringSplitOptions.TrimEntries);
        int[] numbers = [.. words.Select(
            word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int units) ? units : 0)];
        widths = numbers;
        return numbers.Length <= MaxLayers && numbers.All(units => units is >= 1 and <= LargestLayer);
    }

    private static bool TryActivation(string given, out Activation? activation)
    {
        bool known = Enum.TryParse(given, ignoreCase: true, out Activation named) && !char.IsAsciiDigit(given[0]) && Enum.IsDefined(named);
        activation = named;
        return known;
    }

    private static bool TryBudget(string given, out int? epochs)
    {
        bool whole = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        epochs = number;
        return whole && number <= 10_000_000;
    }

    private static bool TryThreads(string given, out int? threads)
    {
        bool whole = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        threads = number;
        return whole && number is >= 1 and <= 256;
    }
}
