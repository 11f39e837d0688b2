using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>
/// The settings that nobody fixed, looked for in two ways with half of the budget each, but for what the recipe as it
/// was takes: by chance, every trial to its end; and by successive halving, many short trials of which the better go
/// on. Judged on validation rows, beside the recipe as it was.
/// </summary>
/// <param name="Random">Few trials, all of them whole.</param>
/// <param name="Halving">Many trials, most of them short.</param>
/// <param name="Tuned">The recipe as it was.</param>
/// <param name="TunedLoss">Least validation loss of the recipe as it was, trained as long.</param>
/// <param name="Best">The recipe with the least validation loss of all, and as many epochs as it had for that.</param>
/// <param name="From">Where it came from.</param>
internal sealed record SearchFindings(
    SearchResult Random, SearchResult Halving, NetRecipe Tuned, double? TunedLoss, NetRecipe Best, string From)
{
    private const double Around = 3, MinPenalty = 1e-7, MaxPenalty = 0.01, MaxDropout = 0.6;
    private const int OneIn = 3, Shortest = OneIn * OneIn * OneIn; // rungs of 1/27, 1/9, 1/3 and all of the epochs

    /// <summary>Epochs of all trainings together.</summary>
    public int EpochsSpent => Random.EpochsSpent + Halving.EpochsSpent + Tuned.Epochs;

    /// <summary>The least validation loss of all that was trained; null where everything diverged.</summary>
    public double? LowestLoss => new[] { Random.Best?.Loss, Halving.Best?.Loss, TunedLoss }.Min();

    /// <summary>Null where every setting is fixed, so that nothing is left to search.</summary>
    public static SearchFindings? Search(
        PreparedBatches<ClassTarget> data, NetRecipe tuned, NetOptions options, int seed, Action<double> advance,
        CancellationToken cancellation)
    {
        SearchSpace space = Space(tuned, options);
        if (space.Axes.Count == 0)
            return null;
        int half = (options.SearchBudget - tuned.Epochs) / 2; // the recipe as it was is trained, too
        var random = RandomSearch.Run(space, seed, half, tuned.Epochs, Train, cancellation: cancellation);
        var halving = SuccessiveHalving.Run(
            space, seed, half, Math.Max(1, tuned.Epochs / Shortest), tuned.Epochs, Train, OneIn,
            cancellation: cancellation);
        double? before = Step(data, tuned, tuned.Epochs, null, seed, cancellation).ValidationLoss;
        (NetRecipe Recipe, double? Loss, string From)[] found =
        [
            (tuned, before, "the recipe before the search"),
            .. Candidates("random search", random), .. Candidates("successive halving", halving),
        ];
        (NetRecipe recipe, _, string from) = found.MinBy(one => one.Loss ?? double.PositiveInfinity);
        return new SearchFindings(random, halving, tuned, before, recipe, from);

        SearchStep Train(Candidate candidate, int epochs, byte[]? checkpoint)
        {
            SearchStep step = Step(data, Recipe(tuned, candidate), epochs, checkpoint, seed, cancellation);
            advance(checkpoint is null ? epochs : epochs - epochs / OneIn);
            return step;
        }

        IEnumerable<(NetRecipe, double?, string)> Candidates(string way, SearchResult result) =>
            result.Best is { } best ? [(Recipe(tuned, best.Candidate) with { Epochs = best.Epochs }, best.Loss, way)] : [];
    }

    /// <summary>Trains up to so many epochs in total; from a checkpoint, where there is one.</summary>
    private static SearchStep Step(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, int epochs, byte[]? checkpoint, int seed,
        CancellationToken cancellation)
    {
        using Perceptron net = recipe.Net(data, seed);
        byte[]? last = checkpoint;
        TrainingHistory history = (recipe with { Epochs = epochs, Store = null }).Train(
            data, net, "search", seed, checkpoints: rule => new Checkpoints(
                (name, bytes) => last = name == "last" ? bytes : last, [.. Parts(rule, net)])
            {
                ResumeFrom = checkpoint,
                EveryEpochs = epochs,
            },
            cancellation: cancellation);
        IReadOnlyList<double> losses = history.Curve("loss", "validation").Values;
        return new SearchStep(history.Status == TrainingStatus.Diverged || losses.Count == 0 ? null : losses.Min(), last);
    }

    private static IEnumerable<IResumable> Parts(IUpdateRule rule, Perceptron net)
    {
        if (rule.Memory is { } memory)
            yield return memory;
        if (net.Dropout is { } dropout)
            yield return new DropoutMasks(dropout);
    }

    private static SearchSpace Space(NetRecipe tuned, NetOptions options)
    {
        var space = new SearchSpace();
        if (options.Hidden is null) space = space.Choice("hidden", "64", "128", "256", "128-64", "256-32");
        if (options.Activation is null) space = space.Choice("activation", "relu", "tanh", "gelu");
        if (options.LearningRate is null) space = space.LogUniform("rate", tuned.LearningRate / Around, tuned.LearningRate * Around);
        if (options.Dropout is null) space = space.Uniform("dropout", 0, MaxDropout);
        if (options.Penalty is null) space = space.LogUniform("penalty", MinPenalty, MaxPenalty);
        return space;
    }

    private static NetRecipe Recipe(NetRecipe tuned, Candidate candidate)
    {
        NetRecipe recipe = tuned;
        foreach (SearchAxis axis in candidate.Space.Axes)
        {
            recipe = axis.Name switch
            {
                "hidden" => recipe with { Hidden = [.. candidate.Choice("hidden").Split('-').Select(int.Parse)] },
                "activation" => recipe with { Activation = Enum.Parse<Activation>(candidate.Choice("activation"), ignoreCase: true) },
                "rate" => recipe with { LearningRate = candidate.Number("rate") },
                "dropout" => recipe with { Dropout = candidate.Number("dropout") },
                "penalty" => recipe with { Penalty = candidate.Number("penalty") },
                _ => throw new ArgumentException($"No recipe has a setting {axis.Name}.", nameof(candidate)),
            };
        }

        return recipe;
    }
}
