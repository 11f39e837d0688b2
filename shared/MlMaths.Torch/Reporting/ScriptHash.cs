using System.Security.Cryptography;
using System.Text;

namespace MlMaths.Torch.Reporting;

/// <summary>How a content security policy names the one script that it lets run.</summary>
internal static class ScriptHash
{
    /// <summary>Of the script as it stands between its tags, in their quotes.</summary>
    public static string Of(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
