using System.Text.Json;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Predict;

/// <summary>A model as <c>model.json</c> has it, in plain C#: no libtorch is loaded to score a file.</summary>
/// <param name="Columns">The features that it takes, in their order.</param>
/// <param name="Means">mⱼ of the training rows.</param>
/// <param name="Deviations">sⱼ of the training rows.</param>
/// <param name="Outputs">What the columns of scores are called.</param>
/// <param name="Score">Of standardised features, n·d numbers, the scores: n rows of one number for each output.</param>
internal sealed record StoredModel(
    IReadOnlyList<string> Columns, double[] Means, double[] Deviations, IReadOnlyList<string> Outputs, Func<double[], double[]> Score)
{
    /// <summary>The classes of a net; none where the score is one number.</summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <exception cref="UserMistakeException">The run has a model that cannot be applied.</exception>
    public static StoredModel Of(StoredRun run) => run.Project switch
    {
        "logistic-regression" => Line(run.Model),
        "linear-regression" => Regression(run.Model),
        "neural-net" => Net(run.Model),
        _ => throw new UserMistakeException(
            $"--run is {Quoted.Path(run.Folder)}, a run of {Quoted.Value(run.Project)}, which keeps no weights: "
            + "runs of logistic, regression and net can be applied to a new file."),
    };

    /// <summary>z = (x − m)/s of every feature.</summary>
    public double[] Standardised(double[] features)
    {
        double[] z = new double[features.Length];
        for (int i = 0; i < z.Length; i++)
            z[i] = (features[i] - Means[i % Means.Length]) / Deviations[i % Means.Length];
        return z;
    }

    // p = σ(wᵀz + b)
    private static StoredModel Line(JsonElement model)
    {
        string[] columns = [.. model.GetProperty("weights").EnumerateObject().Select(weight => weight.Name)];
        double[] w = Named(model, "weights"), m = Named(model, "means"), s = Named(model, "deviations");
        double b = model.GetProperty("bias").GetDouble();
        return new(columns, m, s, ["score"], z => [.. Heights(z, w, b).Select(Logit.Probability)]);
    }

    // ŷ = b + wᵀz
    private static StoredModel Regression(JsonElement model)
    {
        double[] θ = Numbers(model, "least_squares");
        return new(
            Texts(model, "columns"), Numbers(model, "means"), Numbers(model, "deviations"), ["prediction"],
            z => [.. Heights(z, θ[1..], θ[0])]);
    }

    private static StoredModel Net(JsonElement model)
    {
        string[] classes = Texts(model, "classes");
        int[] widths = [.. model.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32())];
        float[] θ = [.. model.GetProperty("parameters").EnumerateObject()
            .SelectMany(slice => slice.Value.EnumerateArray().Select(number => number.GetSingle()))];
        var net = new PlainPerceptron(widths, θ, Enum.Parse<Activation>(model.GetProperty("activation").GetString()!, ignoreCase: true));
        return new(
            Texts(model, "columns"), Numbers(model, "centres"), Numbers(model, "units"), [.. classes.Select(name => $"p_{name}")],
            z => net.Probabilities(Array.ConvertAll(z, number => (float)number)))
        {
            Classes = classes,
        };
    }

    private static IEnumerable<double> Heights(double[] z, double[] w, double b)
    {
        for (int row = 0; row < z.Length; row += w.Length)
        {
            double height = b;
            for (int column = 0; column < w.Length; column++)
                height += w[column] * z[row + column];
            yield return height;
        }
    }

    private static double[] Named(JsonElement model, string name) =>
        [.. model.GetProperty(name).EnumerateObject().Select(number => number.Value.GetDouble())];

    private static double[] Numbers(JsonElement model, string name) =>
        [.. model.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static string[] Texts(JsonElement model, string name) =>
        [.. model.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
