using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MlMaths.Torch.Data;

/// <summary>Makes a data set of rows that were drawn and not measured: the truth about them is known.</summary>
internal static class Drawn
{
    public static Dataset As(
        string name, IReadOnlyList<string> columnNames, double[] features, IReadOnlyList<string> labels, string recipe,
        string target = "class",
        string? positive = null, TimeColumn? time = null)
    {
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(features.AsSpan())));
        return new(
            name, columnNames, features, target, labels, new(recipe, "drawn by this program, free to use", sha256))
        {
            DefaultPositive = positive,
            Time = time,
        };
    }

    public static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
