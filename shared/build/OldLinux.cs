using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Lets TorchSharp start on a Linux whose C++ library is older than GCC 13 (Debian 12, Ubuntu 22.04, RHEL 9).
///
/// libLibTorchSharp.so asks for version GLIBCXX_3.4.32 of libstdc++ and needs it for one symbol only,
/// std::ios_base_library_init(). That function initialises iostreams, which libtorch's own libraries have done by the time
/// this one is loaded. So a copy of the file is written in which
///   1. the version is marked weak        (.gnu.version_r: vna_flags |= VER_FLG_WEAK), so that the loader does not insist;
///   2. the symbol asks for GLIBC_2.2.5   (.gnu.version), which every libc has;
///   3. the symbol is called getpid       (.dynstr), a harmless function of libc that takes nothing.
/// The original, which is a hard link into the NuGet cache, is never written to. A file that does not look exactly as
/// described is left alone; one that is not the file of its package stops the build, as nobody knows what it would do.
/// A copy of an earlier build is believed only where it is what would be written now. Layout of the tables: System V ABI, "Object
/// Files", and the Linux Standard Base, "Symbol Versioning".
/// </summary>
public sealed class MendLibTorchSharp : Task
{
    private const string NewVersion = "GLIBCXX_3.4.32";
    private const string OldVersion = "GLIBC_2.2.5";
    private const string NewSymbol = "_ZSt21ios_base_library_initv";
    private const string OldSymbol = "getpid";

    /// <summary>The library as the package brought it.</summary>
    [Required]
    public string Library { get; set; }

    /// <summary>SHA-256 of the file in its package, in hexadecimal digits; empty where it is not known.</summary>
    public string Sha256 { get; set; }

    /// <summary>Where the mended copy goes; the path names the package's version.</summary>
    [Required]
    public string Mended { get; set; }

    /// <summary>The host's libstdc++; empty: look where the loader looks.</summary>
    public string LibStdCxx { get; set; }

    /// <summary>The file to use: the mended copy where one was needed and possible, else the original.</summary>
    [Output]
    public string Use { get; set; }

    public override bool Execute()
    {
        Use = Library;
        try
        {
            string host = string.IsNullOrEmpty(LibStdCxx) ? HostLibStdCxx() : LibStdCxx;
            return host == null || Encoding.ASCII.GetString(File.ReadAllBytes(host)).Contains(NewVersion)
                || MendFor(host);
        }
        catch (Exception obstacle) when (obstacle is IOException || obstacle is UnauthorizedAccessException)
        {
            Log.LogError("libLibTorchSharp.so could not be patched (" + obstacle.Message.TrimEnd('.')
                + "): make room for " + Mended + ", and build again.");
            return false;
        }
    }

    private bool MendFor(string host)
    {
        byte[] bytes = File.ReadAllBytes(Library);
        if (!string.IsNullOrEmpty(Sha256) && Hash(bytes) != Sha256)
        {
            Log.LogError(Library + " is not the file of its package (SHA-256 " + Hash(bytes) + ", and it should be "
                + Sha256 + "): delete the folder of that package, and build again.");
            return false;
        }

        string obstacle = Mend(bytes);
        if (obstacle != null)
        {
            Log.LogMessage(MessageImportance.High,
                "TorchSharp may not start here: " + host + " lacks " + NewVersion + ", and " + Library
                + " was left as it is, because " + obstacle + ".");
            return true;
        }

        Use = Mended;
        if (IsThere(Mended, bytes))
            return true;
        WriteWhole(Mended, bytes);
        Log.LogMessage(MessageImportance.High,
            "Old C++ library (" + host + " lacks " + NewVersion + "): using a mended copy of libLibTorchSharp.so, " + Mended + ".");
        return true;
    }

    /// <summary>Changes the bytes; null when done, else what is not as expected (the bytes are then unchanged).</summary>
    private static string Mend(byte[] elf)
    {
        try
        {
            return new ElfFile(elf).Redirect(NewVersion, NewSymbol, OldVersion, OldSymbol);
        }
        catch (Exception damage) when (damage is ArgumentException || damage is IndexOutOfRangeException
            || damage is InvalidOperationException
            || damage is OverflowException)
        {
            return "it is not a 64-bit ELF library with symbol versions";
        }
    }

    private static string HostLibStdCxx()
    {
        string search = Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "";
        return search.Split(':').Where(folder => folder.Length > 0)
            .Concat(new[] { "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib", "/lib" })
            .Select(folder => Path.Combine(folder, "libstdc++.so.6"))
            .FirstOrDefault(File.Exists);
    }

    private static string Hash(byte[] bytes)
    {
        using (SHA256 sha256 = SHA256.Create())
            return BitConverter.ToString(sha256.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
    }

    /// <summary>
    /// Under another name first, so that no build ever links half a file. A file that is the right one already is left
    /// alone: another build may be linking it.
    /// </summary>
    private static void WriteWhole(string path, byte[] bytes)
    {
        if (IsThere(path, bytes))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path));
        string temporary = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            if (File.Exists(path))
                File.Replace(temporary, path, null); // a damaged one; links to it stay until their builds copy anew
            else
                File.Move(temporary, path);
        }
        catch (IOException) when (IsThere(path, bytes))
        {
            // Another project, or another build, was first with the same bytes.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsThere(string path, byte[] bytes)
    {
        return File.Exists(path) && new FileInfo(path).Length == bytes.Length
            && File.ReadAllBytes(path).SequenceEqual(bytes);
    }

    /// <summary>The four tables of an ELF file that say which symbol of which version a library needs.</summary>
    private sealed class ElfFile
    {
        private const uint DynamicSymbols = 11, VersionNeeds = 0x6ffffffe, SymbolVersions = 0x6fffffff;
        private const ushort Weak = 2;
        private readonly byte[] _bytes;
        private readonly Section _needs, _versions, _symbols;
        private readonly int _strings;

        public ElfFile(byte[] bytes)
        {
            _bytes = bytes;
            if (bytes.Length < 64 || bytes[0]
                != 0x7f || bytes[1] != 'E' || bytes[2] != 'L' || bytes[3] != 'F' || bytes[4] != 2 || bytes[5] != 1)
            {
                throw new ArgumentException("not a 64-bit little-endian ELF file");
            }

            int table = (int)BitConverter.ToUInt64(bytes, 40), size = Half(58), count = Half(60);
            List<Section> sections = Enumerable.Range(0, count).Select(i => new Section(bytes, table + i * size)).ToList();
            _needs    = sections.Single(section => section.Type == VersionNeeds);
            _versions = sections.Single(section => section.Type == SymbolVersions);
            _symbols  = sections.Single(section => section.Type == DynamicSymbols);
            _strings  = sections[_symbols.Link].Offset;
        }

        public string Redirect(string fromVersion, string fromSymbol, string toVersion, string toSymbol)
        {
            int from = VersionEntry(fromVersion), to = VersionEntry(toVersion);
            if (from < 0 || to < 0)
                return "it does not ask for both " + fromVersion + " and " + toVersion;

            ushort fromIndex = Half(from + 6), toIndex = Half(to + 6);
            int[] users = Enumerable.Range(0, _symbols.Size / 24).Where(i => Half(_versions.Offset + 2 * i) == fromIndex).ToArray();
            if (users.Length != 1 || SymbolName(users[0]) != fromSymbol)
                return "it needs " + fromVersion + " for something else than " + fromSymbol + " alone";

            int name = _strings + (int)Word(_symbols.Offset + 24 * users[0]);
            Put(from + 4, (ushort)(Half(from + 4) | Weak));
            Put(_versions.Offset + 2 * users[0], toIndex);
            Encoding.ASCII.GetBytes(toSymbol + "\0").CopyTo(_bytes, name);
            return null;
        }

        /// <summary>
        /// Where the entry (Vernaux) of a needed version stands, or -1. A damaged table may lead in circles.
        /// </summary>
        private int VersionEntry(string version)
        {
            int need = _needs.Offset;
            for (int left = _needs.Size / 16; left > 0; left--)
            {
                int entry = need + (int)Word(need + 8);
                for (int i = 0; i < Half(need + 2) && left > 0; i++, left--, entry += (int)Word(entry + 12))
                {
                    if (Text(_strings + (int)Word(entry + 8)) == version)
                        return entry;
                }

                if (Word(need + 12) == 0)
                    return -1;
                need += (int)Word(need + 12);
            }

            throw new InvalidOperationException("The table of needed versions does not end.");
        }

        private string SymbolName(int symbol) { return Text(_strings + (int)Word(_symbols.Offset + 24 * symbol)); }

        private string Text(int start) { return Encoding.ASCII.GetString(_bytes, start, Array.IndexOf(_bytes, (byte)0, start) - start); }

        private ushort Half(int at) { return BitConverter.ToUInt16(_bytes, at); }

        private uint Word(int at) { return BitConverter.ToUInt32(_bytes, at); }

        private void Put(int at, ushort value) { BitConverter.GetBytes(value).CopyTo(_bytes, at); }
    }

    private sealed class Section
    {
        public readonly uint Type;
        public readonly int Offset, Size, Link;

        public Section(byte[] bytes, int header)
        {
            Type   = BitConverter.ToUInt32(bytes, header + 4);
            Offset = (int)BitConverter.ToUInt64(bytes, header + 24);
            Size   = (int)BitConverter.ToUInt64(bytes, header + 32);
            Link   = (int)BitConverter.ToUInt32(bytes, header + 40);
        }
    }
}
