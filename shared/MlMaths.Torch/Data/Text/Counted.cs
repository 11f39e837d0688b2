namespace MlMaths.Torch.Data;

/// <summary>A number and its noun.</summary>
internal static class Counted
{
    public static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    public static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";
}
