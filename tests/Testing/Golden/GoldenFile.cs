using System.Text.Json;

namespace MlMaths.Torch.Tests.Golden;

/// <summary>Reference values of scikit-learn, SciPy, NumPy and PyTorch in float64; none of them comes from this project.</summary>
internal static class GoldenFile
{
    public static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "tests", "MlMaths.Torch.Tests", "Golden", name))).RootElement;

    public static double[] Doubles(this JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    public static bool[] Labels(this JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble() == 1)];
}
