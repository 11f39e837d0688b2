using System.Text.Json.Nodes;
using MlMaths.Torch.Data;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>
/// The training doctor's checks of a net before its first step: the same recipe as a spec, and the rows that it may see. Test rows take
/// no part, and of a long table so many rows as the checks need.
/// </summary>
internal static class NetExamination
{
    private const int MostRows = 2000;

    /// <param name="data">The rows.</param>
    /// <param name="options">How they are scaled.</param>
    /// <param name="recipe">The net and how it is trained.</param>
    /// <param name="seed">Of the checks.</param>
    /// <param name="threads">That the trainings after it shall have.</param>
    /// <param name="cancellation">Ends it.</param>
    public static StartExamination Of(
        PreparedBatches<ClassTarget> data, NetOptions options, NetRecipe recipe, int seed, ThreadChoice threads,
        CancellationToken cancellation)
    {
        int[] seen = [.. data.Split.Training.Rows.Concat(data.Split.Validation.Rows).Order()];
        double validation = (double)data.Split.Validation.Count / seen.Length;
        var spec = TrainingSpec.Parse(Spec(recipe, NetRows.IsByRange(data.Rows, options.Scaling), validation).ToJsonString());
        try
        {
            using var rows = SpecData.Prepare(spec, data.Rows.Select(seen), seed);
            return StartExamination.Of(spec, rows, seed, cancellation);
        }
        finally
        {
            ComputeThreads.Set(threads.Threads);
        }
    }

    /// <summary>The recipe as a spec has it.</summary>
    internal static JsonObject Spec(NetRecipe recipe, bool isByRange, double validation) => new()
    {
        ["data"] = new JsonObject
        {
            ["target_kind"] = "classes",
            ["rows"] = MostRows,
            ["validation"] = validation,
            ["scaling"] = isByRange ? "range" : "standard",
        },
        ["net"] = new JsonObject
        {
            ["hidden"] = new JsonArray([.. recipe.Hidden.Select(units => JsonValue.Create(units))]),
            ["activation"] = Word(recipe.Activation),
            ["initialisation"] = Word(recipe.Initialisation),
            ["dropout"] = recipe.Dropout,
        },
        ["loss"] = new JsonObject { ["penalty"] = recipe.Penalty },
        ["rule"] = new JsonObject
        {
            ["kind"] = recipe.Rule == RuleKind.Rms ? "rmsprop" : Word(recipe.Rule),
            ["learning_rate"] = recipe.LearningRate,
        },
        ["training"] = new JsonObject
        {
            ["batch"] = recipe.BatchRows,
            ["epochs"] = recipe.Epochs,
            ["early_stopping"] = recipe.Patience,
        },
    };

    private static string Word<T>(T kind) where T : struct, Enum => kind.ToString().ToLowerInvariant();
}
